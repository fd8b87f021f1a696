import type {
  DailyPack,
  GuardRow,
  GuardSheet,
  NoticeSheet,
  Notice,
  PhoneList,
  RoomLimit,
  ScheduleRow,
  ScheduleSheet,
  SheetHead,
} from '../../src/paper/values.ts'
import type { TicketSlip } from '../../src/paper/ticket/slip.ts'
import type { Language } from '../../src/domain/city.ts'

/** The head of a sheet of Monday, 11 May 2020; a test names only what it is about. */
export function aSheetHead(given: Partial<SheetHead> = {}): SheetHead {
  return {
    language: 'pl',
    organisation: 'Urząd Miasta Krakowa',
    office: 'Centrum Administracyjne',
    address: 'al. Powstania Warszawskiego 10',
    date: '2020-05-11',
    page: 17,
    printedAt: { date: '2020-05-11', minute: 450 },
    currentUrl: 'https://wizyty.example.pl/sheets/CA/2020-05-11?page=17',
    ...given,
  }
}

/** A limit of 12 persons in the hall for identity cards. */
export function aRoomLimit(given: Partial<RoomLimit> = {}): RoomLimit {
  return {
    room: 'Sala ewidencji ludności i dowodów',
    times: [{ from: 480, to: 780, persons: 12 }],
    rule: 'W pomieszczeniu może przebywać jedna osoba na każde czynne stanowisko obsługi.',
    legalBasis: 'Dz.U. 2020 poz. 878, par. 12 sec. 4',
    ...given,
  }
}

/** A visit at 9.40 for an identity card. */
export function aVisitRow(given: Partial<ScheduleRow & { kind: 'visit' }> = {}): ScheduleRow & { kind: 'visit' } {
  return {
    ...{ kind: 'visit', start: 580, referenceEnd: '9QXD', matter: 'Dowód osobisty: wniosek', minutes: 20 },
    ...{ desk: '73', persons: 1, exempt: 0, needs: [] },
    ...given,
  }
}

/** A schedule of so many visits, every five minutes from eight. */
export function aSchedule(visits: number, given: Partial<ScheduleSheet> = {}): ScheduleSheet {
  const rows = Array.from({ length: visits }, (_, index) =>
    aVisitRow({ start: 480 + Math.floor((index * 300) / visits / 5) * 5, desk: String(70 + (index % 6)) }),
  )
  return { ...aSheetHead(), limits: [aRoomLimit()], rows, emptyRows: 0, ...given }
}

/** A party at the door at 9.40. */
export function aGuardRow(given: Partial<GuardRow> = {}): GuardRow {
  return { start: 580, entry: 575, referenceEnd: '9QXD', room: 'Sala dowodów', persons: 1, exempt: 0, ...given }
}

/** A guard's list of the parties named. */
export function aGuardSheet(rows: readonly GuardRow[], given: Partial<GuardSheet> = {}): GuardSheet {
  return { ...aSheetHead(), limits: [aRoomLimit()], rules: [], rows, ...given }
}

/** A notice for the door. */
export function aNotice(notice: Notice, given: Partial<NoticeSheet> = {}): NoticeSheet {
  const { address, date, page, printedAt, currentUrl } = aSheetHead()
  return {
    ...{ address, date, page, printedAt, currentUrl, notice },
    organisation: { pl: 'Urząd Miasta Krakowa', en: 'Kraków City Hall', uk: 'Міська рада Кракова' },
    office: { pl: 'Centrum Administracyjne', en: 'Administrative Centre', uk: 'Адміністративний центр' },
    ...given,
  }
}

/** Two people to reach after a change: one by phone, one at the door. */
export function aPhoneList(given: Partial<PhoneList> = {}): PhoneList {
  const row = { matter: 'Dowód osobisty: wniosek', what: 'stanowisko 73 nieczynne', speaks: 'pl' as Language }
  return {
    ...aSheetHead(),
    change: 'Stanowisko 73 nieczynne od 10.00 do 13.00.',
    rows: [
      { ...row, start: 600, reference: '7K2M-9QXD', proposal: 'dziś, godz. 11.20', phone: '+48 600 100 200' },
      { ...row, start: 620, reference: '4HTR-2WPM' },
    ],
    ...given,
  }
}

/** A pack of a guard's list, a schedule and a notice. */
export function aPack(given: Partial<DailyPack> = {}): DailyPack {
  return {
    head: aSheetHead(),
    guard: [aGuardSheet([aGuardRow()])],
    schedules: [aSchedule(40)],
    notices: [aNotice({ kind: 'conduct', topics: ['face-covering'], legalBases: ['Dz.U. 2020 poz. 964, par. 18'] })],
    ...given,
  }
}

/** The ticket D012 for 9.40. */
export function aTicketSlip(given: Partial<TicketSlip> = {}): TicketSlip {
  return {
    language: 'pl',
    organisation: 'Urząd Miasta Krakowa',
    address: 'al. Powstania Warszawskiego 10',
    printedAt: { date: '2020-05-11', minute: 573 },
    code: 'D012',
    bookedStart: 580,
    queue: 'Dowody osobiste, wnioski',
    floor: 1,
    desks: ['72', '73', '74', '75'],
    waitIn: { zone: 'Poczekalnia sali dowodów' },
    peopleBefore: 2,
    rules: ['Prosimy zachować 2 metry odstępu.'],
    followUrl: 'https://wizyty.example.pl/tickets/Qm3Zx81kPf',
    ...given,
  }
}
