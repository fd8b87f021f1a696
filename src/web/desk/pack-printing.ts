import type { Language } from '../../domain/city.ts'
import { wordsFor } from '../../language/words.ts'
import type { House } from '../../use-cases/house.ts'
import { packsAtPrinters } from '../../use-cases/paper/packs-at-printers.ts'
import { deviceErrorInWords } from '../entrance/device-error.ts'

/** What became of a day's packs at the printers, by the pack's number: "Sekretariat: sent". */
export async function packPrinting(
  house: House,
  day: { readonly officeId: string; readonly date: string },
  language: Language,
): Promise<{ readonly number: number; readonly text: string }[]> {
  const t = wordsFor(language)
  return (await packsAtPrinters(house, day)).map(({ number, printer, status }) => {
    const known = status === 'printed' ? t('pack.sent') : status === 'sending' ? t('pack.sending') : undefined
    return { number, text: `${printer}: ${known ?? deviceErrorInWords(status, language) ?? status}` }
  })
}
