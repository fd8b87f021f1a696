/** Every address of a page, once. An argument is a value as a person sees it; it is made fit for an address here. */
export const paths = {
  start: () => '/',
  service: (service: string) => `/services/${part(service)}`,
  coverSheet: (service: string) => `/services/${part(service)}/cover-sheet`,
  times: (service: string, query: Query = {}) => `/services/${part(service)}/times${asked(query)}`,
  bookings: () => '/bookings',
  holds: () => '/holds',
  booking: (reference: string, query: Query = {}) => `/bookings/${part(reference)}${asked(query)}`,
  slip: (reference: string, query: Query = {}) => `/bookings/${part(reference)}/slip${asked(query)}`,
  calendarFile: (reference: string, query: Query = {}) => `/bookings/${part(reference)}/calendar.ics${asked(query)}`,
  move: (reference: string, query: Query = {}) => `/bookings/${part(reference)}/move${asked(query)}`,
  cancellation: (reference: string, query: Query = {}) => `/bookings/${part(reference)}/cancellation${asked(query)}`,
  earlierTime: (reference: string) => `/bookings/${part(reference)}/earlier-time`,
  earlierTimeEnding: (reference: string) => `/bookings/${part(reference)}/earlier-time/ending`,
  delay: (reference: string) => `/bookings/${part(reference)}/delay`,
  newTime: (reference: string) => `/bookings/${part(reference)}/new-time`,
  find: () => '/find',
  privacy: () => '/privacy',
  accessibility: () => '/accessibility',
  signIn: (query: Query = {}) => `/sign-in${asked(query)}`,
  signInCode: (query: Query = {}) => `/sign-in/code${asked(query)}`,
  signInElsewhere: (query: Query = {}) => `/sign-in/elsewhere${asked(query)}`,
  signInCallback: () => '/sign-in/callback',
  signOut: () => '/sign-out',
  account: () => '/account',
  accountPassword: (query: Query = {}) => `/account/password${asked(query)}`,
  accountAuthenticator: (query: Query = {}) => `/account/authenticator${asked(query)}`,
  accountRecoveryCodes: () => '/account/recovery-codes',
  accountSignIns: () => '/account/sign-ins/ending',
  desk: (query: Query = {}) => `/desk${asked(query)}`,
  deskLive: (query: Query = {}) => `/desk/live${asked(query)}`,
  deskChanges: (query: Query = {}) => `/desk/changes${asked(query)}`,
  deskCalls: () => '/desk/calls',
  deskCheckIns: () => '/desk/check-ins',
  deskVisit: (number: number, step: VisitStep) => `/desk/visits/${number}/${step}`,
  walkIns: (query: Query = {}) => `/desk/walk-ins${asked(query)}`,
  phoneBookings: (query: Query = {}) => `/desk/phone-bookings${asked(query)}`,
  deskBooking: (reference: string, query: Query = {}) => `/desk/bookings/${part(reference)}${asked(query)}`,
  dayChange: (query: Query = {}) => `/desk/day-change${asked(query)}`,
  phoneList: (query: Query = {}) => `/desk/phone-list${asked(query)}`,
  phoneListPdf: (query: Query = {}) => `/desk/phone-list.pdf${asked(query)}`,
  daySheet: (query: Query = {}) => `/desk/sheet${asked(query)}`,
  daySheetPdf: (query: Query = {}) => `/desk/sheet.pdf${asked(query)}`,
  sheet: (office: string, date: string, page: number, mark?: string) =>
    `/sheets/${part(office)}/${date}/${page}${asked({ mark })}`,
  deskPaper: (query: Query = {}) => `/desk/paper${asked(query)}`,
  deskPack: (office: string, date: string, number: number) => `/desk/paper/${part(office)}/${date}/${number}`,
  takeBack: (query: Query = {}) => `/desk/take-back${asked(query)}`,
  manage: () => '/manage',
  manageStaff: () => '/manage/staff',
  manageAccount: (number: number) => `/manage/staff/${number}`,
  accountRoles: (number: number) => `/manage/staff/${number}/roles`,
  accountReset: (number: number) => `/manage/staff/${number}/reset`,
  accountDisabling: (number: number) => `/manage/staff/${number}/disabling`,
  accountEnabling: (number: number) => `/manage/staff/${number}/enabling`,
  auditLog: (query: Query = {}) => `/manage/audit-log${asked(query)}`,
  manageDevices: (query: Query = {}) => `/manage/devices${asked(query)}`,
  manageDevice: (number: number) => `/manage/devices/${number}`,
  deviceCode: (number: number) => `/manage/devices/${number}/code`,
  deviceRevocation: (number: number) => `/manage/devices/${number}/revocation`,
  manageProof: (query: Query = {}) => `/manage/proof${asked(query)}`,
  manageProofFile: (query: Query = {}) => `/manage/proof.csv${asked(query)}`,
  entranceEnrol: () => '/entrance/enrol',
  entranceGuard: (query: Query = {}) => `/entrance/guard${asked(query)}`,
  entranceGuardLive: (query: Query = {}) => `/entrance/guard/live${asked(query)}`,
  entranceGuardChanges: () => '/entrance/guard/changes',
  entranceScans: () => '/entrance/guard/scans',
  entranceHeads: () => '/entrance/guard/heads',
  entranceRecounts: () => '/entrance/guard/recounts',
  entranceKiosk: (query: Query = {}) => `/entrance/kiosk${asked(query)}`,
  kioskCode: (query: Query = {}) => `/entrance/kiosk/code${asked(query)}`,
  kioskCheckIns: (query: Query = {}) => `/entrance/kiosk/check-ins${asked(query)}`,
  kioskMatters: (query: Query = {}) => `/entrance/kiosk/matters${asked(query)}`,
  kioskMatter: (service: string, query: Query = {}) => `/entrance/kiosk/matters/${part(service)}${asked(query)}`,
  kioskCompanions: (service: string, query: Query = {}) => `/entrance/kiosk/matters/${part(service)}/companions${asked(query)}`,
  kioskTickets: (query: Query = {}) => `/entrance/kiosk/tickets${asked(query)}`,
  kioskBookings: (query: Query = {}) => `/entrance/kiosk/bookings${asked(query)}`,
  kioskNotes: (query: Query = {}) => `/entrance/kiosk/notes${asked(query)}`,
  kioskAnswer: (answer: string, query: Query = {}) => `/entrance/kiosk/answers/${part(answer)}${asked(query)}`,
  kioskLive: () => '/entrance/kiosk/live',
  entranceDisplay: (query: Query = {}) => `/entrance/display${asked(query)}`,
  displayLive: (query: Query = {}) => `/entrance/display/live${asked(query)}`,
  ticket: (token: string, code?: string) => `/tickets/${part(token)}${code === undefined ? '' : `/${part(code)}`}`,
  ticketLive: (token: string) => `/tickets/${part(token)}/live`,
  ticketPrint: (token: string, query: Query = {}) => `/tickets/${part(token)}/print${asked(query)}`,
  ticketPdf: (token: string, query: Query = {}) => `/tickets/${part(token)}/slip.pdf${asked(query)}`,
  api: () => '/api',
  openApi: () => '/api/v1/openapi.json',
} as const

/** What is done to a visit at the desks, each a resource of its own. */
export type VisitStep =
  | 'check-in'
  | 'recall'
  | 'service'
  | 'completion'
  | 'absence'
  | 'undo'
  | 'parking'
  | 'forwarding'
  | 'priority'
  | 'departure'
  | 'needs'
  | 'slips'

/** Values after the question mark; one that is absent or empty is left out. */
export type Query = Readonly<Record<string, string | number | undefined>>

function part(text: string): string {
  return encodeURIComponent(text)
}

function asked(query: Query): string {
  const given = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  )
  if (given.length === 0) return ''
  return `?${new URLSearchParams(given).toString()}`
}
