import type { Document, YAMLError } from 'yaml'
import type { TextFault } from './problem.ts'

/** What is wrong with a text as YAML. What follows a tab is misread too, so where there are tabs only they are told. */
export function yamlFaults(document: Document, text: string): TextFault[] {
  const faults = document.errors.map(error => ({ offset: error.pos[0], message: sentenceOf(error, text) }))
  const ofTabs = faults.filter(({ message }) => message === noTabs)
  return ofTabs.length > 0 ? ofTabs : faults
}

/** An error of the reader of YAML in a sentence. */
export function notYaml(error: Error): string {
  return `this is not YAML as we can read it: ${error.message.split('\n')[0] ?? error.name}`
}

const noTabs = 'indent with spaces, not with tabs'

function sentenceOf(error: YAMLError, text: string): string {
  if (error.code === 'DUPLICATE_KEY') return 'this field stands twice in one record'
  return error.code === 'TAB_AS_INDENT' || isIndentedByTab(text, error.pos[0]) ? noTabs : notYaml(error)
}

function isIndentedByTab(text: string, offset: number): boolean {
  const start = text.slice(0, offset).lastIndexOf('\n') + 1
  return /^ *\t/.test(text.slice(start))
}
