import type { City } from '../domain/city.ts'
import { buildingProblems } from './checks/buildings.ts'
import { hoursProblems } from './checks/hours.ts'
import { identityProblems } from './checks/identity.ts'
import { referenceProblems } from './checks/references.ts'
import { rosterProblems } from './checks/roster.ts'
import { ruleProblems } from './checks/rules.ts'
import { cityWritten } from './city-written.ts'
import { listingOf } from './folder-listing.ts'
import type { Problem } from './problem.ts'
import { writtenIn } from './written.ts'
import { ownProblems } from './checks/own-problems.ts'

/** A city, or everything that is wrong with its folder. */
export type Reading = { readonly city: City } | { readonly problems: readonly Problem[] }

/**
 * Reads a city from a folder of YAML files (see db/seeds/krakow/README.md) and checks it whole. The city has version 0
 * until it is loaded.
 *
 * @returns problems in the order of files and lines, all at once
 */
export function readCityFolder(folder: string): Reading {
  const listing = listingOf(folder)
  if (listing.fault) return { problems: [{ file: folder, line: 1, message: listing.fault }] }

  const written = writtenIn(folder, listing)
  const apart = [...ownProblems(written), ...identityProblems(written), ...referenceProblems(written), ...hoursProblems(written)]
  const standing = buildingProblems(written)
  const city = standing.length === 0 ? cityWritten(written) : undefined
  const together = city ? ruleProblems(written, city) : []

  const problems = [...apart, ...standing, ...rosterProblems(written), ...together]
  return city && problems.length === 0 ? { city } : { problems: inOrder(problems, written.fileOrder) }
}

function inOrder(problems: readonly Problem[], files: readonly string[]): Problem[] {
  const place = (file: string) => (files.includes(file) ? files.indexOf(file) : files.length)
  const said = [...new Map(problems.map(problem => [`${problem.file}:${problem.line} ${problem.message}`, problem])).values()]
  return said.sort((one, other) => place(one.file) - place(other.file) || one.line - other.line)
}
