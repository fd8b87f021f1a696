import { visit } from 'yaml'
import type { Alias, Document } from 'yaml'
import type { TextFault } from './problem.ts'

/** Aliases, written `*name`, that repeat nothing or themselves. One that repeats itself would never end. */
export function aliasFaults(document: Document): TextFault[] {
  const faults: TextFault[] = []
  visit(document, {
    Alias: (_key, alias, around) => {
      const repeated = alias.resolve(document)
      if (!repeated)
        faults.push(faultOf(alias, `*${alias.source} repeats what is marked &${alias.source}, but nothing before it is`))
      else if (around.includes(repeated)) faults.push(faultOf(alias, `*${alias.source} stands inside what it repeats`))
    },
  })
  return faults
}

/** The fault of a document whose aliases repeat too much, on its first one. */
export function tooManyAliases(document: Document): TextFault[] {
  const aliases: Alias[] = []
  visit(document, { Alias: (_key, alias) => void aliases.push(alias) })
  return aliases.slice(0, 1).map(alias => faultOf(alias, 'aliases such as this one repeat too much; write it out instead'))
}

function faultOf(alias: Alias, message: string): TextFault {
  return { offset: alias.range?.[0] ?? 0, message }
}
