import type { City, Language } from '../../domain/city.ts'
import type { HeldRole } from '../../domain/staff/roles.ts'
import { wordsFor } from '../../language/words.ts'

/** A held role in words: `Recepcja · Centrum Administracyjne`. */
export function roleInWords(held: HeldRole, city: City | undefined, language: Language): string {
  const t = wordsFor(language)
  const office = city?.offices.find(each => each.id === held.officeId)?.name[language] ?? held.officeId
  const department = city?.departments.find(each => each.id === held.departmentId)?.name[language] ?? held.departmentId
  return [t(`role.${held.role}`), office ?? t('staff.all-offices'), department].filter(part => part !== undefined).join(' · ')
}
