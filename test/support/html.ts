import assert from 'node:assert/strict'
import { HtmlValidate } from 'html-validate'

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:document', 'html-validate:a11y'],
  elements: ['html5'],
  rules: {
    'no-inline-style': 'error', // the Content-Security-Policy refuses it
    'no-trailing-whitespace': 'off', // a template's indents show in what it renders
    'require-sri': 'off', // nothing is loaded from elsewhere
    'long-title': 'off',
    'tel-non-breaking': 'off',
    'aria-label-misuse': ['error', { allowAnyNamable: true }], // a list may have a name
  },
})

/** Fails with line, rule and reason where a whole page is not valid HTML, or breaks a rule of accessibility that markup shows. */
export function assertValidHtml(html: string): void {
  const report = validator.validateStringSync(html)
  const lines = html.split('\n')
  const faults = report.results.flatMap(result =>
    result.messages.map(({ line, ruleId, message }) => `${line}: ${message} (${ruleId})\n      ${lines[line - 1]?.trim() ?? ''}`),
  )
  assert.ok(report.valid, `the page is not valid HTML:\n  ${faults.join('\n  ')}`)
}
