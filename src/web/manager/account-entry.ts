import type { City, Language } from '../../domain/city.ts'
import { roles } from '../../domain/staff/role.ts'
import type { StaffAccount } from '../../domain/staff/staff.ts'
import { wordsFor } from '../../language/words.ts'
import { paths } from '../paths.ts'
import { roleInWords } from '../staff/role-words.ts'

/** An account as a row of the list shows it. */
export function accountEntry(account: StaffAccount, city: City | undefined, language: Language) {
  const t = wordsFor(language)
  return {
    path: paths.manageAccount(account.number),
    name: account.name,
    initials: account.initials,
    roles: account.roles.map(held => roleInWords(held, city, language)),
    state: account.disabledAt !== undefined ? t('manage.state-disabled') : stateWhileItWorks(),
    disabled: account.disabledAt !== undefined,
    hasSecondStep: account.hasSecondStep,
  }

  function stateWhileItWorks() {
    return t(account.mustChangePassword ? 'manage.state-new' : 'manage.state-works')
  }
}

/** What a form of roles offers: roles, offices and departments in the reader's words. */
export function placesToChoose(city: City | undefined, language: Language) {
  const t = wordsFor(language)
  return {
    roles: roles.map(role => ({ id: role, name: t(`role.${role}`) })),
    offices: (city?.offices ?? []).map(office => ({ id: office.id, name: `${office.id} · ${office.name[language]}` })),
    departments: (city?.departments ?? []).map(each => ({ id: each.id, name: each.name[language] })),
  }
}
