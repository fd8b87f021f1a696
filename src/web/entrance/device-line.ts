import type { Language } from '../../domain/city.ts'
import { wordsFor } from '../../language/words.ts'
import { devicesInTrouble } from '../../use-cases/entrance/list-devices.ts'
import type { House } from '../../use-cases/house.ts'

/** One line for the desks: which devices at the entrance need somebody, and why; `undefined` if none does. */
export async function deviceLine(house: House, officeId: string, language: Language): Promise<string | undefined> {
  const t = wordsFor(language)
  const troubled = await devicesInTrouble(house, officeId)
  if (troubled.length === 0) return undefined
  const list = troubled.map(({ device, trouble }) => `${device.name} – ${t(`device.trouble-${trouble}`)}`).join('; ')
  return t('device.line', { list })
}
