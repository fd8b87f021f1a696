import { isInForce } from '../calendar.ts'
import type { OfficeDate } from '../calendar.ts'
import type { City, DropBox, Office, OnlineSystem } from '../city.ts'
import type { Service } from './service.ts'
import { officesOf } from './offices-of.ts'
import { admissionOf, type Admission } from './admission.ts'

/** One way to settle a matter. A city offers a way only where it is open on the date asked for. */
export type Way =
  | { readonly kind: 'online'; readonly extent: 'full' | 'partial'; readonly system: OnlineSystem }
  | { readonly kind: 'drop-box'; readonly boxes: readonly DropBox[] }
  | { readonly kind: 'post'; readonly offices: readonly Office[] }
  | { readonly kind: 'in-person'; readonly required: boolean; readonly offices: readonly InPersonAt[] }

/** How an office receives people for one matter in the stretch of dates that the date lies in; single days may still be closed. */
export interface InPersonAt {
  readonly office: Office
  readonly admission: Admission
}

/**
 * The ways to settle a matter on a date, in the order to show them: online, drop-box, post, in person; where a visit
 * is forced and some office serves it, in person stands first. Drop-boxes are those in force on the date; without any
 * the way is absent. Offices that do not serve the matter on that date are listed as `not-served`.
 */
export function waysOf(city: City, service: Service, date: OfficeDate): Way[] {
  const remote = [...onlineWay(city, service), ...dropBoxWay(city, service, date), ...postWay(city, service)]
  const visit = inPersonWay(city, service, date)
  const forced = visit.required && visit.offices.some(({ admission }) => admission !== 'not-served')
  return forced ? [visit, ...remote] : [...remote, visit]
}

function onlineWay(city: City, service: Service): Way[] {
  const online = service.ways.online
  const system = online && city.onlineSystems.find(({ id }) => id === online.systemId)
  return online && system ? [{ kind: 'online', extent: online.extent, system }] : []
}

function dropBoxWay(city: City, service: Service, date: OfficeDate): Way[] {
  if (!service.ways.dropBox) return []
  const boxes = city.dropBoxes.filter(box => isInForce(box, date))
  return boxes.length > 0 ? [{ kind: 'drop-box', boxes }] : []
}

function postWay(city: City, service: Service): Way[] {
  return service.ways.post ? [{ kind: 'post', offices: officesOf(city, service) }] : []
}

function inPersonWay(city: City, service: Service, date: OfficeDate): Extract<Way, { kind: 'in-person' }> {
  const offices = officesOf(city, service).map(office => ({ office, admission: admissionOf(city, service, office, date) }))
  return { kind: 'in-person', required: service.ways.inPerson === 'required', offices }
}
