import { readFileSync } from 'node:fs'
import { measured } from './bench-city.ts'
import { startBare, startBenched } from './benched.ts'
import { median, type Figure } from './figures.ts'

/** How long it takes from the start of the process to the first answer, and the memory it has then. */
export async function benchStart(file: string): Promise<Figure[]> {
  const page = `/services/${measured.service}/times?office=${measured.office}`
  const ours: number[] = []
  const bare: number[] = []
  let memory = 0
  let bareMemory = 0
  for (let round = 0; round < 3; round += 1) {
    const startedAt = Date.now()
    const server = await startBenched(file)
    await fetch(`${server.url}${page}`)
    ours.push(Date.now() - startedAt)
    memory = residentMegabytes(server.pid)
    await server.stop()

    const bareAt = Date.now()
    const floor = await startBare(file)
    await fetch(`${floor.url}/page`)
    bare.push(Date.now() - bareAt)
    bareMemory = residentMegabytes(floor.pid)
    await floor.stop()
  }
  return [
    { name: 'start to first page', value: median(ours), unit: 'ms', floor: median(bare), ratio: median(bare) / median(ours) },
    { name: 'memory after the first page', value: memory, unit: 'MB', floor: bareMemory, ratio: bareMemory / memory },
  ]
}

function residentMegabytes(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kilobytes ?? 0) / 1024
}
