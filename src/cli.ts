import { run } from './cli/run.ts'

// Whoever reads us may stop early, as `| head` does.
process.stdout.on('error', () => process.exit(0))

process.exitCode = await run(process.argv.slice(2), {
  print: line => process.stdout.write(`${line}\n`),
  complain: line => process.stderr.write(`${line}\n`),
  environment: process.env,
})
