import { entriesOf, entryOf, unreadable } from './entries.ts'
import type { Entries } from './entries.ts'
import { fileOfTopic, files } from './folder-listing.ts'
import type { Listing } from './folder-listing.ts'
import { departmentShape, documentShape, dropBoxShape, needShape, onlineSystemShape } from './shapes/catalogues.ts'
import { deskGroupShape } from './shapes/desks.ts'
import { officeShape, specialDayShape } from './shapes/offices.ts'
import { organisationShape } from './shapes/organisation.ts'
import { policyShape } from './shapes/policy.ts'
import { ruleShape } from './shapes/rules.ts'
import { serviceShape } from './shapes/services.ts'
import { zoneShape } from './shapes/zones.ts'
import { readSource, unreadSource } from './source.ts'
import type { Source } from './source.ts'

/** A city folder as its files have it, before it is known whether they agree. */
export type Written = ReturnType<typeof writtenIn>

/** Reads every file of a city folder that can be listed. Problems of single records are in the entries. */
export function writtenIn(folder: string, { topics, strangers, servicesFault }: Listing) {
  const source = (file: string): Source => sources.find(one => one.file === file) ?? readSource(folder, file)
  const sources = [...files, ...topics.map(fileOfTopic)].map(file => readSource(folder, file))

  return {
    sources,
    fileOrder: sources.map(({ file }) => file),
    strangers,
    organisation: entryOf(source('organisation.yaml'), 'organisation', organisationShape),
    offices: entriesOf(source('offices.yaml'), 'office', officeShape),
    zones: entriesOf(source('zones.yaml'), 'zone', zoneShape),
    departments: entriesOf(source('departments.yaml'), 'department', departmentShape),
    deskGroups: entriesOf(source('desks.yaml'), 'desk group', deskGroupShape),
    documents: entriesOf(source('documents.yaml'), 'document', documentShape),
    onlineSystems: entriesOf(source('online-systems.yaml'), 'online system', onlineSystemShape),
    dropBoxes: entriesOf(source('drop-boxes.yaml'), 'drop-box', dropBoxShape, 'address'),
    needs: entriesOf(source('needs.yaml'), 'need', needShape),
    rules: entriesOf(source('rules.yaml'), 'rule', ruleShape),
    policy: entryOf(source('policy.yaml'), 'policy', policyShape),
    specialDays: entriesOf(source('special-days.yaml'), 'special day', specialDayShape, 'date'),
    services: together([
      ...(servicesFault ? [unreadable(unreadSource('services', servicesFault))] : []),
      ...topics.map(topic => entriesOf(source(fileOfTopic(topic)), 'service', serviceShape(topic))),
    ]),
  }
}

function together<Value>(parts: readonly Entries<Value>[]): Entries<Value> {
  return {
    sound: parts.flatMap(part => part.sound),
    names: { has: name => parts.some(part => part.names.has(name)) },
    problems: parts.flatMap(part => part.problems),
  }
}
