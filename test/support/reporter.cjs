const { appendFileSync } = require('node:fs')
const { reporters } = require('mocha')

/**
 * Mocha's spec reporter with one plain closing line: `N passed, N failed, N skipped`. Where run-tests.ts joins
 * several runs, it names a file in OKIENKO_TALLY: the counts and what failed go there, and it prints the line itself.
 */
module.exports = class extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options)
    const wrong = []
    runner.on('fail', (test, error) => wrong.push(`${test.fullTitle()}\n${error.stack ?? error.message ?? error}`))
    runner.once('end', () => {
      tell(this.stats, wrong)
      endStragglers()
    })
  }
}

/** What a test has left running would keep the run from ending for ever: it is named, and ended. */
function endStragglers() {
  const named = () => {
    const open = process.getActiveResourcesInfo().join(', ')
    process.stderr.write(`Half a minute after the last test this still ran, and was ended: ${open}\n`)
    process.exit()
  }
  setTimeout(named, 30_000).unref()
}

function tell({ passes, failures, pending }, wrong) {
  const tally = process.env.OKIENKO_TALLY
  if (tally) {
    return appendFileSync(tally, `${JSON.stringify({ passed: passes, failed: failures, skipped: pending, wrong })}\n`)
  }
  process.stdout.write(`\n${passes} passed, ${failures} failed, ${pending} skipped\n`)
}
