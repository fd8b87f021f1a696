import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readCityFolder, type Reading } from '../../src/city-folder/read-city-folder.ts'

const named = 'name: { pl: Nazwa, en: Name, uk: Назва }'

/** The files of a small city that is right: one office with a building, a hall and a waiting zone, two desks, one service. */
export const smallFolder: Readonly<Record<string, string>> = {
  'organisation.yaml': `id: tiny
${named}
address: Rynek 1
phone: 12 000 00 00
data-controller: { pl: Burmistrz, en: Mayor, uk: Бургомістр }
data-protection-officer: { email: iod@tiny.example, address: Rynek 1 }
time-zone: Europe/Warsaw
accessibility:
  ${named}
  email: a@tiny.example
  phone: 12 000 00 00
  published-on: 2020-01-01
  updated-on: 2020-01-01
  prepared-on: 2020-01-01
  reviewed-on: 2020-01-01
  assumed: true
provenance: verified
sources: [S1]
`,
  'offices.yaml': `- id: CA
  number: 1
  ${named}
  address: Rynek 1
  postal-code: 00-001
  city: Tiny
  access: { step-free: true, lift: true, induction-loop: true, accessible-toilet: true, assumed: true }
  opening:
    - from: 2020-01-01
      to: 2020-05-31
      hours: { mon-fri: 8:00-13:00 }
      provenance: verified
    - from: 2020-06-01
      hours: { mon-fri: 7:40-15:00 }
      provenance: verified
  provenance: verified
`,
  'zones.yaml': `- { id: CA, office: CA, kind: building, ${named}, floor: 0, provenance: assumed }
- { id: HALL, office: CA, inside: CA, kind: hall, ${named}, floor: 0, area-m2: 100, provenance: assumed }
- { id: WAIT, office: CA, inside: CA, kind: waiting, ${named}, floor: 0, area-m2: 20, provenance: assumed }
`,
  'departments.yaml': `- { id: SC, ${named}, provenance: verified }\n`,
  'desks.yaml': `- id: G
  office: CA
  zone: HALL
  department: SC
  ${named}
  letter: A
  slot-every-minutes: 20
  desks: [1, 2]
  roster:
    - { desks: [1, 2], weekdays: mon-fri, for: all }
  provenance: assumed
`,
  'services/registry.yaml': `- id: sc-copy
  number: 1
  ${named}
  keywords: { pl: metryka, en: certificate, uk: метрика }
  department: SC
  minutes: 15
  desk-groups: [G]
  documents: [id]
  ways:
    online: { extent: full, system: epuap }
    drop-box: true
    post: true
    in-person: optional
    appointment: needed
  fee: { pln: 22, provenance: verified }
  legal-basis: Prawo
  provenance: verified
`,
  'documents.yaml': `- { id: id, ${named} }\n`,
  'online-systems.yaml':
    '- { id: epuap, name: ePUAP, url: https://epuap.gov.pl, sign-in: profil-zaufany, provenance: verified }\n',
  'drop-boxes.yaml': '- { address: Rynek 1, office: CA, from: 2020-03-16, to: 2020-06-30, provenance: verified }\n',
  'needs.yaml': `- { id: slow, ${named}, notice-working-days: 0, extra-minutes: 15, provenance: assumed }\n`,
  'rules.yaml': `- id: r-desk
  kind: per-desk
  where: { zone-kinds: [hall] }
  persons-per-desk: 1
  basis: staffed
  counting: { staff: false, exempt: [child] }
  from: 2020-05-01
  to: 2020-06-30
  provenance: assumed
- id: r-window
  kind: entry-window
  earliest-before-minutes: 5
  latest-after-minutes: 10
  from: 2020-05-01
  to: 2020-06-30
  provenance: assumed
- id: r-buffer
  kind: turnover
  minutes: 5
  from: 2020-05-01
  to: 2020-06-30
  provenance: assumed
`,
  'policy.yaml': `horizon-days: 14
lead-minutes: { web: 60, phone: 0, walk-in: 0, kiosk: 0 }
release: { at: 7:00, spread-minutes: 60 }
hold-minutes: 10
release-after-cancel: { minutes: 0, random-minutes: 0 }
per-contact: { open: 2, per-date: 2 }
largest-party: 6
check-in: { opens-minutes-before: 15, late-tolerance-minutes: 10, calls: 3 }
reminder-hours-before: [48, 3]
retention-days: 14
leaving-minutes: 0
provenance: assumed
`,
  'special-days.yaml': '- { date: 2020-06-12, closed: true, provenance: assumed }\n',
  'sources.yaml': 'S1: a source\n',
}

/** Writes a folder, hands it over, and takes it away again. */
export function withFolder<T>(files: Readonly<Record<string, string>>, use: (folder: string) => T): T {
  const folder = folderOf(files)
  try {
    return use(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Writes a folder that the test takes away itself. */
export function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'okienko-city-'))
  mkdirSync(path.join(folder, 'services'))
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(folder, file), text)
  return folder
}

/** What is wrong with the small folder once a piece of one file is written otherwise: `zones.yaml:2 zone HALL: …`. */
export function problemsWith(file: string, piece: string, instead: string): string[] {
  const text = smallFolder[file] ?? ''
  if (!text.includes(piece)) throw new Error(`${file} has no "${piece}"`)
  return told(withFolder({ ...smallFolder, [file]: text.replace(piece, () => instead) }, readCityFolder))
}

/** What is wrong with a folder that was read, a line each. */
export function told(reading: Reading): string[] {
  return 'problems' in reading ? reading.problems.map(({ file, line, message }) => `${file}:${line} ${message}`) : []
}
