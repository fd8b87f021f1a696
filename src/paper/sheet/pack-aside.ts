import { once } from 'node:events'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import type { DailyPack } from '../values.ts'
import { packPdf } from './pack.ts'

/** What the thread is given: this file is both who orders and who makes. */
interface Order {
  readonly pack: DailyPack
}

/**
 * The daily pack as a PDF, made in a thread of its own: forty pages take a second or more, and nobody at the door is to
 * wait for them.
 *
 * @throws if the thread fails, or ends without a word
 */
export async function packPdfAside(pack: DailyPack): Promise<Buffer> {
  const worker = new Worker(beginning(), { eval: true, workerData: { pack } satisfies Order })
  try {
    const [bytes] = (await Promise.race([once(worker, 'message'), endOf(worker)])) as [Uint8Array]
    return Buffer.from(bytes)
  } finally {
    await worker.terminate()
  }
}

async function endOf(worker: Worker): Promise<never> {
  const [code] = (await once(worker, 'exit')) as [number]
  throw new Error(`the thread that draws a pack has ended with ${code} before it was drawn`)
}

/** A thread does not know how to read TypeScript unless it is told again; compiled, it need not. */
function beginning(): string {
  const self = JSON.stringify(import.meta.url)
  if (!import.meta.url.endsWith('.ts')) return `import(${self})`
  return `import(${JSON.stringify(import.meta.resolve('tsx/esm/api'))}).then(tsx => (tsx.register(), import(${self})))`
}

const order = workerData as Order | undefined
if (!isMainThread && order?.pack) parentPort?.postMessage(await packPdf(order.pack))
