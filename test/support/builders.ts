import type { Booking, Party, VisitRequest } from '../../src/domain/booking/booking.ts'
import type { BookingPolicy, City, Desk, DeskGroup, Localized, Office, Organisation, Zone } from '../../src/domain/city.ts'
import { channels } from '../../src/domain/city.ts'
import type { Counting, Demand, Rule } from '../../src/domain/capacity/occupancy-rule.ts'
import type { Need } from '../../src/domain/catalogues.ts'
import type { Service } from '../../src/domain/service/service.ts'

// A tiny city: one office `CA` open on weekdays 8–16, a building with one hall, desks `1` and `2` in it, one service of
// 20 minutes. Every builder takes what a test is about and supplies the rest.

/** 8:00, 16:00, 9:20 … as minutes since midnight. */
export function at(time: string): number {
  const [hours, minutes] = time.split(':').map(Number)
  return (hours ?? 0) * 60 + (minutes ?? 0)
}

/** One text in three languages, told apart by its ending. */
export function words(text: string): Localized {
  return { pl: text, en: `${text} (en)`, uk: `${text} (uk)` }
}

export function aCity(changes: Partial<City> = {}): City {
  return {
    version: 1,
    organisation: anOrganisation(),
    offices: [anOffice()],
    zones: [aBuilding(), aHall()],
    departments: [{ id: 'residents', name: words('Sprawy obywatelskie') }],
    deskGroups: [aDeskGroup()],
    desks: [aDesk({ id: 'desk-1', label: '1' }), aDesk({ id: 'desk-2', label: '2' })],
    services: [aService()],
    documents: [],
    onlineSystems: [],
    dropBoxes: [],
    needs: [],
    rules: [],
    specialDays: [],
    policy: aPolicy(),
    ...changes,
  }
}

export function anOrganisation(changes: Partial<Organisation> = {}): Organisation {
  return {
    id: 'tiny',
    name: words('Urząd Miasteczka'),
    address: 'Rynek 1, 00-001 Miasteczko',
    phone: '+48 12 000 00 00',
    dataController: words('Burmistrz Miasteczka'),
    dataProtectionOfficer: { email: 'iod@miasteczko.example', address: 'Rynek 1, 00-001 Miasteczko' },
    timeZone: 'Europe/Warsaw',
    accessibility: {
      name: words('Anna Nowak'),
      email: 'dostepnosc@miasteczko.example',
      phone: '+48 12 000 00 01',
      publishedOn: '2020-01-01',
      updatedOn: '2020-01-01',
      preparedOn: '2020-01-01',
      reviewedOn: '2020-01-01',
      assumed: true,
    },
    ...changes,
  }
}

export function anOffice(changes: Partial<Office> = {}): Office {
  const weekday = [{ from: at('8:00'), to: at('16:00') }]
  return {
    id: 'CA',
    number: 1,
    name: words('Ratusz'),
    address: 'Rynek 1',
    postalCode: '00-001',
    city: 'Miasteczko',
    timeZone: 'Europe/Warsaw',
    access: { stepFree: true, lift: true, inductionLoop: false, accessibleToilet: true, assumed: true },
    opening: [
      {
        days: { mon: weekday, tue: weekday, wed: weekday, thu: weekday, fri: weekday },
        appointmentOnly: false,
        provenance: 'assumed',
      },
    ],
    provenance: 'assumed',
    ...changes,
  }
}

export function aBuilding(changes: Partial<Zone> = {}): Zone {
  return {
    id: 'building',
    officeId: 'CA',
    kind: 'building',
    name: words('Budynek'),
    floor: 0,
    publicAreaM2: 200,
    fireCapacity: 100,
    provenance: 'assumed',
    ...changes,
  }
}

export function aHall(changes: Partial<Zone> = {}): Zone {
  return {
    id: 'hall',
    officeId: 'CA',
    parentId: 'building',
    kind: 'hall',
    name: words('Sala obsługi'),
    floor: 0,
    publicAreaM2: 80,
    fireCapacity: 40,
    provenance: 'assumed',
    ...changes,
  }
}

export function aDeskGroup(changes: Partial<DeskGroup> = {}): DeskGroup {
  return {
    id: 'counter',
    officeId: 'CA',
    departmentId: 'residents',
    name: words('Stanowiska'),
    ticketLetter: 'A',
    slotEveryMinutes: 20,
    ...changes,
  }
}

/** Staffed on weekdays from opening to closing, for every channel. */
export function aDesk(changes: Partial<Desk> = {}): Desk {
  return {
    id: 'desk-1',
    officeId: 'CA',
    zoneId: 'hall',
    deskGroupId: 'counter',
    label: '1',
    roster: [{ weekdays: ['mon', 'tue', 'wed', 'thu', 'fri'], channels }],
    ...changes,
  }
}

/** Twenty minutes at the counter, in person, by appointment. */
export function aService(changes: Partial<Service> = {}): Service {
  return {
    id: 'id-card',
    number: 1,
    name: words('Dowód osobisty'),
    departmentId: 'residents',
    topic: 'documents',
    keywords: words('dowód'),
    durationMinutes: 20,
    deskGroupIds: ['counter'],
    documentIds: [],
    personsAtLeast: 1,
    ways: { online: undefined, dropBox: false, post: false, inPerson: 'required', appointment: 'needed' },
    fee: { pln: 0, provenance: 'assumed' },
    legalBasis: 'test',
    provenance: 'assumed',
    ...changes,
  }
}

/** More time for whoever needs it, told at any notice, on any floor; no minutes unless the test says how many. */
export function aNeed(changes: Partial<Need> = {}): Need {
  const id = 'more-time'
  return {
    id,
    name: words('Więcej czasu'),
    noticeWorkingDays: 0,
    extraMinutes: 0,
    groundFloorOnly: false,
    provenance: 'assumed',
    ...changes,
  }
}

/** A rule of this kind for the building as a whole, always in force, that counts nobody but the public. */
export function aRule(demand: Demand, changes: Partial<Rule> = {}): Rule {
  return { id: demand.kind, enabled: true, scope: {}, demand, counting: everyone, provenance: 'assumed', ...changes }
}

/** Staff are not counted, and no companion is exempt. */
export const everyone: Counting = { staff: false, exempt: [] }

/** Ninety days ahead, no lead, no early entry, nothing withheld. */
export function aPolicy(changes: Partial<BookingPolicy> = {}): BookingPolicy {
  return {
    horizonDays: 90,
    leadMinutes: { web: 0, phone: 0, 'walk-in': 0, kiosk: 0 },
    release: { at: 0, spreadMinutes: 0 },
    holdMinutes: 10,
    releaseAfterCancel: { minutes: 0, randomMinutes: 0 },
    perContact: { open: 5, perDate: 2 },
    largestParty: 6,
    checkIn: { opensMinutesBefore: 30, lateToleranceMinutes: 15, calls: 3 },
    reminderHoursBefore: [24],
    retentionDays: 30,
    leavingMinutes: 0,
    ...changes,
  }
}

export function aParty(persons = 1, companions: Party['companions'] = {}): Party {
  return { persons, companions }
}

/** One person asks by the web for the tiny city's service on Monday, 11 May 2020 at 9:00. */
export function aRequest(changes: Partial<VisitRequest> = {}): VisitRequest {
  return {
    serviceId: 'id-card',
    officeId: 'CA',
    date: '2020-05-11',
    start: at('9:00'),
    party: aParty(),
    needs: [],
    groups: [],
    channel: 'web',
    ...changes,
  }
}

/** That request as a promise: desk 1, 9:00 to 9:20, in the hall and so in the building. */
export function aBooking(changes: Partial<Booking> = {}): Booking {
  const start = changes.start ?? at('9:00')
  const end = changes.end ?? start + 20
  const stay = { from: start, to: end, counted: 1, bodies: 1 }
  return {
    number: 1,
    reference: '7K2M9QXD',
    officeId: 'CA',
    date: '2020-05-11',
    serviceId: 'id-card',
    deskId: 'desk-1',
    start,
    end,
    deskUntil: end,
    presence: [
      { zoneId: 'building', ...stay },
      { zoneId: 'hall', ...stay },
    ],
    party: aParty(),
    needs: [],
    channel: 'web',
    status: 'booked',
    ...changes,
  }
}
