import type { City, Language } from '../../domain/city.ts'
import type { AuditDetails } from '../../domain/staff/audit-note.ts'
import { isWordKey, wordsFor } from '../../language/words.ts'
import { heldRole } from '../../use-cases/staff/checked-roles.ts'
import { roleInWords } from '../staff/role-words.ts'

/** The details of a note for its reader: `rodzaj: Kiosk; nazwa: Kiosk przy windzie`. */
export function detailsInWords(details: AuditDetails, city: City | undefined, language: Language): string {
  return Object.entries(details)
    .map(([name, value]) => `${nameInWords(name, language)}: ${valueInWords(name, String(value), city, language)}`)
    .join('; ')
}

function nameInWords(name: string, language: Language): string {
  const key = `noted.${name}`
  return isWordKey(key) ? wordsFor(language)(key) : name
}

/** What the log keeps by code; whatever else was noted, or is no longer known, stays as it was written. */
function valueInWords(name: string, value: string, city: City | undefined, language: Language): string {
  if (name === 'roles' || name === 'was') return rolesInWords(value, city, language)
  const key = { kind: `device.kind-${value}`, via: `noted.via-${value}` }[name] ?? ''
  return isWordKey(key) ? wordsFor(language)(key) : value
}

function rolesInWords(written: string, city: City | undefined, language: Language): string {
  if (written === '') return wordsFor(language)('noted.no-roles')
  return written
    .split(', ')
    .map(each => {
      const held = heldRole(each)
      return held ? roleInWords(held, city, language) : each
    })
    .join(', ')
}
