import type { Language } from '../../domain/city.ts'
import { wordsFor } from '../../language/words.ts'
import { devicesInTrouble } from '../../use-cases/entrance/list-devices.ts'
import type { House } from '../../use-cases/house.ts'
import { deviceErrorInWords } from './device-error.ts'

/** One line for the desks: which devices at the entrance need somebody, and why; `undefined` if none does. */
export async function deviceLine(house: House, officeId: string, language: Language): Promise<string | undefined> {
  const t = wordsFor(language)
  const troubled = await devicesInTrouble(house, officeId)
  if (troubled.length === 0) return undefined
  const whyOf = ({ device, trouble }: (typeof troubled)[number]) =>
    (trouble === 'error' ? deviceErrorInWords(device.error, language) : undefined) ?? t(`device.trouble-${trouble}`)
  return t('device.line', { list: troubled.map(each => `${each.device.name} – ${whyOf(each)}`).join('; ') })
}
