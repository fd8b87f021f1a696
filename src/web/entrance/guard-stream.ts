import type { Request, Response } from 'express'
import { clockTime } from '../../language/dates.ts'
import { doorTime, followDoor } from '../../use-cases/entrance/door-changes.ts'
import { openEventStream } from '../event-stream.ts'
import type { Web } from '../web.ts'
import { deviceOf, recognisedDevice } from './require-device.ts'

/** A guard's screen asks by itself once it has heard nothing for longer than twice this. */
const beatMs = 5_000

/** News of a door as a stream: `door` when what a guard sees may have changed, `beat` with the time every few seconds. */
export async function streamDoor(web: Web, req: Request, res: Response): Promise<void> {
  const { number } = deviceOf(res)
  const stream = openEventStream(req, res)
  const followed = await followDoor(web.house, deviceOf(res), () => stream.send('door', 'changed'))
  stream.onEnd(() => followed.end())
  stream.every(beatMs, tellTime)

  /** Also ends what a revoked device may no longer see, and yesterday's news: it comes back for today's. */
  async function tellTime(): Promise<void> {
    const device = await recognisedDevice(web, req)
    if (device?.number !== number) return stream.end()
    const { date, minute } = await doorTime(web.house, device)
    if (date !== followed.date) return stream.end()
    stream.send('beat', clockTime(minute))
  }
}
