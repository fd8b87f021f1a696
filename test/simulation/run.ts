import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { freshDatabase } from './fresh-database.ts'
import { simulate } from './simulate.ts'
import { toLines } from './report-lines.ts'

// A day of the sample city's office, played as fast as the program answers:
// npm run simulate -- --office CA --date 2020-05-25 --seed 7 [--engine postgres] [--processes 2] [--doors 260] [--json FILE]

const { values } = parseArgs({
  options: {
    office: { type: 'string', default: 'CA' },
    date: { type: 'string', default: '2020-05-25' },
    seed: { type: 'string', default: '7' },
    engine: { type: 'string', default: 'sqlite' },
    processes: { type: 'string' },
    residents: { type: 'string' },
    'walk-ins': { type: 'string' },
    doors: { type: 'string' },
    json: { type: 'string' },
  },
})
const postgres = values.engine === 'postgres'
const database = await freshDatabase(postgres ? 'postgres' : 'sqlite')
try {
  const report = await simulate({
    ...{ url: database.url, officeId: values.office, date: values.date, seed: Number(values.seed) },
    processes: Number(values.processes ?? (postgres ? 2 : 1)),
    ...(values.residents !== undefined && { residents: Number(values.residents) }),
    ...(values['walk-ins'] !== undefined && { walkIns: Number(values['walk-ins']) }),
    ...(values.doors !== undefined && { throughDoors: Number(values.doors) }),
  })
  process.stdout.write(`${toLines(report).join('\n')}\n`)
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report, undefined, 2)}\n`)
  process.exitCode = report.faults.length === 0 ? 0 : 1
} finally {
  await database.clear()
}
