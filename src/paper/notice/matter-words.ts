import { formatDate } from '../../language/dates.ts'
import { spanInWords } from '../sheet/limit-words.ts'
import type { PrivacyNotice } from './notice.ts'
import { basis, type NoticeWords, type Of, type Told } from './told.ts'

/** What may be put into the box for letters. */
export function dropBoxWords({ address, validTo, emptied, phone }: Of<'drop-box'>, { say, language }: Told): NoticeWords {
  const spans = emptied?.map(span => spanInWords(span, language)).join(', ')
  return {
    heading: say('notice.drop-box'),
    lines: [...(address === undefined ? [] : [address]), ...(spans ? [say('notice.drop-box-emptied', { spans })] : [])],
    sentences: [say('notice.drop-box-envelope'), say('notice.drop-box-originals'), say('notice.drop-box-received')],
    small: [
      say('notice.phone', { phone }),
      ...(validTo ? [say('notice.drop-box-until', { date: formatDate(validTo, language, 'long') })] : []),
    ],
  }
}

/** Where deaths are registered without an appointment. */
export function deathsWords({ places, phone }: Of<'deaths'>, { say, language }: Told): NoticeWords {
  return {
    heading: say('notice.deaths'),
    lines: places.map(({ address, hours }) => {
      return say('notice.deaths-place', { address, spans: hours.map(span => spanInWords(span, language)).join(', ') })
    }),
    sentences: [say('notice.deaths-text')],
    small: [say('notice.phone', { phone })],
  }
}

/** Who keeps which data, and for how long. */
export function privacyWords(notice: PrivacyNotice, { say, language }: Told): NoticeWords {
  return {
    heading: say('notice.privacy'),
    lines: [],
    sentences: [
      say('notice.privacy-controller', { controller: notice.controller[language], address: notice.address }),
      say('notice.privacy-what'),
      say('notice.privacy-how-long', { days: notice.retentionDays }),
      say('notice.privacy-rights'),
      say('notice.privacy-officer', { email: notice.officerEmail, website: notice.website }),
    ],
    small: basis(say('notice.privacy-basis'), say),
  }
}
