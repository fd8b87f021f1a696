import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { topics } from '../domain/service/topic.ts'
import type { Topic } from '../domain/service/topic.ts'
import type { Problem } from './problem.ts'
import { whyUnreadable } from './why-unreadable.ts'

/** The files of a city folder, in the order in which problems are told. `sources.yaml` names where facts are from. */
export const files = [
  ...['organisation.yaml', 'offices.yaml', 'zones.yaml', 'departments.yaml', 'desks.yaml'],
  ...['documents.yaml', 'online-systems.yaml', 'drop-boxes.yaml', 'needs.yaml', 'rules.yaml', 'policy.yaml'],
  ...['special-days.yaml', 'sources.yaml'],
]

/** What lies in a city folder besides the files that it must have. */
export interface Listing {
  /** Why the folder cannot be listed. */
  readonly fault: string | undefined
  /** Why its folder of services cannot be listed. */
  readonly servicesFault: string | undefined
  /** Topics that have a file of services. */
  readonly topics: readonly Topic[]
  /** Files that nobody would read, most often misspelled ones. */
  readonly strangers: readonly Problem[]
}

/** Lists a city folder. Without a folder of services it has no files of them. */
export function listingOf(folder: string): Listing {
  const [here, ofServices] = [namesIn(folder), namesIn(path.join(folder, 'services'))]
  const services = ofServices.names.map(name => `services/${name}`)
  return {
    fault: here.fault,
    servicesFault: existsSync(path.join(folder, 'services')) ? ofServices.fault : undefined,
    topics: topics.filter(topic => services.includes(fileOfTopic(topic))),
    strangers: [...here.names, ...services].filter(isStrange).map(strangerProblem),
  }
}

/** The file of the services of one topic. */
export function fileOfTopic(topic: Topic): string {
  return `services/${topic}.yaml`
}

interface Names {
  readonly names: readonly string[]
  readonly fault?: string
}

function namesIn(folder: string): Names {
  try {
    return { names: readdirSync(folder).sort() }
  } catch (error) {
    return { names: [], fault: whyUnreadable(error) }
  }
}

function isStrange(file: string): boolean {
  return /\.ya?ml$/.test(file) && !files.includes(file) && !topics.map(fileOfTopic).includes(file)
}

function strangerProblem(file: string): Problem {
  return {
    file,
    line: 1,
    message: file.startsWith('services/')
      ? `no topic has this name; the topics are ${topics.join(', ')}`
      : `nothing is read from a file of this name; the files are ${files.join(', ')} and services/*.yaml`,
  }
}
