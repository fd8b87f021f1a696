import { clockTime } from '../../language/dates.ts'
import { cityNow } from '../../use-cases/resident/city-now.ts'
import { occupancyOf, type OccupancyTick } from '../../use-cases/resident/occupancy-of.ts'
import { sendReady } from '../ready-answers.ts'
import { occupancy } from './answers.ts'
import { languageQuery, occupancyPath } from './asked.ts'
import { read, type Call } from './call.ts'
import { officeNamed } from './known.ts'

export const showOccupancy: Call = {
  method: 'get',
  path: '/offices/{office}/days/{date}/occupancy',
  name: 'showOccupancy',
  summary: 'How full an office is booked on a day, zone by zone, every five minutes',
  description: 'Open data without personal data: booked persons, the most that are allowed, and the rule that says so.',
  open: true,
  inPath: occupancyPath,
  inQuery: languageQuery,
  answers: {
    200: { what: 'Booked persons and limits.', schema: occupancy },
    304: { what: 'Nothing has changed.' },
    404: { what: 'There is no such office.' },
  },
  async run(web, req, res) {
    const { office: asked, date } = read(occupancyPath, req.params)
    const { lang } = read(languageQuery, req.query)
    const city = await cityNow(web.house)
    const office = officeNamed(city, asked)
    const { page, etag, zones } = await occupancyOf(web.house, office.id, date)
    const zoneOf = (zoneId: string) => {
      const zone = city.zones.find(each => each.id === zoneId)
      return { zone: zoneId, name: zone?.name[lang] ?? zoneId, kind: zone?.kind ?? 'hall' }
    }
    sendReady(web.ready, req, res, {
      key: `api occupancy ${office.id} ${date} ${lang}`,
      state: etag,
      type: 'application/json',
      cacheControl: 'no-cache',
      make: () => {
        const answer = zones.map(({ zoneId, ticks }) => ({ ...zoneOf(zoneId), ticks: ticks.map(tickAnswer) }))
        return JSON.stringify({ office: office.id, date, page, zones: answer })
      },
    })
  },
}

function tickAnswer({ from, booked, limit, bindingRuleId }: OccupancyTick) {
  return {
    time: clockTime(from),
    booked,
    ...(limit !== undefined && { limit }),
    ...(bindingRuleId !== undefined && { rule: bindingRuleId }),
  }
}
