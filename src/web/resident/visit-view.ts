import type { City, Language } from '../../domain/city.ts'
import type { Booking } from '../../domain/booking/booking.ts'
import { formatReference } from '../../domain/booking/reference.ts'
import { rulesInForce, rulesOf } from '../../domain/capacity/scope.ts'
import { formatMoment, formatTime } from '../../language/dates.ts'
import { formatFloor } from '../../language/floors.ts'
import { wordsFor } from '../../language/words.ts'
import { documentsInWords, feeInWords } from './documents.ts'
import { needsInWords, partyInWords } from './party-words.ts'

/** A visit in words, for every page that shows one. */
export function visitValues(city: City, booking: Booking, language: Language) {
  const t = wordsFor(language)
  const service = city.services.find(({ id }) => id === booking.serviceId)
  const office = city.offices.find(({ id }) => id === booking.officeId)
  return {
    ...namesIn(city, booking, language),
    reference: formatReference(booking.reference),
    status: t(`status.${booking.status}`),
    when: formatMoment(booking.date, booking.start, language),
    until: t('visit.until', { time: formatTime(booking.end, language) }),
    address: office?.address ?? '',
    town: office ? `${office.postalCode} ${office.city}` : '',
    party: partyInWords(booking.party, language),
    needs: needsInWords(city, booking.needs, language),
    comeIn: comeInWords(city, booking, language),
    documents: service ? documentsInWords(city, service, language) : [],
    fee: service && feeInWords(service, language),
  }
}

/** What a visit is for and where, by name. */
export function namesIn(city: City, booking: Booking, language: Language) {
  const desk = city.desks.find(({ id }) => id === booking.deskId)
  const zone = city.zones.find(({ id }) => id === desk?.zoneId)
  return {
    matter: city.services.find(({ id }) => id === booking.serviceId)?.name[language] ?? '',
    office: city.offices.find(({ id }) => id === booking.officeId)?.name[language] ?? '',
    room: zone ? roomInWords(zone, language) : '',
    desks: city.deskGroups.find(({ id }) => id === desk?.deskGroupId)?.name[language] ?? '',
  }
}

/** A room and its floor, which some rooms have in their name. */
function roomInWords({ name, floor }: City['zones'][number], language: Language): string {
  const floorInWords = formatFloor(floor, language)
  return name[language].includes(floorInWords) ? name[language] : `${name[language]}, ${floorInWords}`
}

/** When to come in: not before, and at the latest. */
function comeInWords(city: City, booking: Booking, language: Language): string {
  const t = wordsFor(language)
  const entersAt = Math.min(booking.start, ...booking.presence.map(stay => stay.from))
  const windows = rulesOf(rulesAt(city, booking), 'entry-window').map(({ demand }) => demand.latestAfterMinutes)
  const late = windows.length > 0 ? Math.min(...windows) : city.policy.checkIn.lateToleranceMinutes
  const earliest = entersAt < booking.start ? t('visit.not-before', { time: formatTime(entersAt, language) }) : t('visit.at-time')
  return `${earliest}; ${t('visit.latest', { time: formatTime(booking.start + late, language) })}`
}

/** How to behave on the day of a visit: the texts of the rules in force there, else the words of their topics. */
export function conductInWords(
  city: City,
  booking: Booking,
  language: Language,
): { text: string; legalBasis: string | undefined }[] {
  const t = wordsFor(language)
  return rulesOf(rulesAt(city, booking), 'conduct').map(rule => ({
    text: rule.text?.[language] ?? rule.demand.topics.map(topic => t(`conduct.${topic}`)).join(' '),
    legalBasis: rule.provenance === 'verified' ? rule.legalBasis : undefined,
  }))
}

function rulesAt(city: City, { officeId, date }: Booking) {
  return rulesInForce(
    city.rules,
    city.zones.filter(zone => zone.officeId === officeId),
    date,
  )
}
