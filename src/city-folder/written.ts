import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { topics } from '../domain/service/topic.ts'
import type { Service } from '../domain/service/service.ts'
import { entriesOf, entryOf } from './entries.ts'
import type { Entries } from './entries.ts'
import type { Problem } from './problem.ts'
import { departmentShape, documentShape, dropBoxShape, needShape, onlineSystemShape } from './shapes/catalogues.ts'
import { deskGroupShape } from './shapes/desks.ts'
import { officeShape, specialDayShape } from './shapes/offices.ts'
import { organisationShape } from './shapes/organisation.ts'
import { policyShape } from './shapes/policy.ts'
import { ruleShape } from './shapes/rules.ts'
import { serviceShape } from './shapes/services.ts'
import { zoneShape } from './shapes/zones.ts'
import { readSource } from './source.ts'
import type { Source } from './source.ts'

/** A city folder as its files have it, before it is known whether they agree. */
export type Written = ReturnType<typeof writtenIn>

/** The files of a city folder, in the order in which problems are told. `sources.yaml` names where facts are from. */
const files = [
  ...['organisation.yaml', 'offices.yaml', 'zones.yaml', 'departments.yaml', 'desks.yaml'],
  ...['documents.yaml', 'online-systems.yaml', 'drop-boxes.yaml', 'needs.yaml', 'rules.yaml', 'policy.yaml'],
  ...['special-days.yaml', 'sources.yaml'],
]

/** Reads every file of a city folder. Problems of single records are in the entries. */
export function writtenIn(folder: string) {
  const source = (file: string): Source => sources.find(one => one.file === file) ?? readSource(folder, file)
  const topicFiles = topics.map(topic => `services/${topic}.yaml`).filter(file => existsSync(path.join(folder, file)))
  const sources = [...files, ...topicFiles].map(file => readSource(folder, file))

  return {
    sources,
    fileOrder: sources.map(({ file }) => file),
    strangers: strangers(folder),
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
    services: together(
      topics
        .filter(topic => topicFiles.includes(`services/${topic}.yaml`))
        .map(topic => servicesOf(source(`services/${topic}.yaml`), topic)),
    ),
  }
}

function servicesOf(source: Source, topic: (typeof topics)[number]): Entries<Service> {
  return entriesOf(source, 'service', serviceShape(topic))
}

function together<Value>(parts: readonly Entries<Value>[]): Entries<Value> {
  return {
    sound: parts.flatMap(part => part.sound),
    names: { has: name => parts.some(part => part.names.has(name)) },
    problems: parts.flatMap(part => part.problems),
  }
}

/** Files that nobody would read, most often misspelled ones. */
function strangers(folder: string): Problem[] {
  const found = [...yamlIn(folder, ''), ...yamlIn(path.join(folder, 'services'), 'services/')]
  const known = new Set([...files, ...topics.map(topic => `services/${topic}.yaml`)])
  return found
    .filter(file => !known.has(file))
    .map(file => ({
      file,
      line: 1,
      message: file.startsWith('services/')
        ? `no topic has this name; the topics are ${topics.join(', ')}`
        : `nothing is read from a file of this name; the files are ${files.join(', ')} and services/*.yaml`,
    }))
}

function yamlIn(folder: string, prefix: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter(file => /\.ya?ml$/.test(file))
    .sort()
    .map(file => prefix + file)
}
