import { Router } from 'express'
import type { Party } from '../../domain/booking/booking.ts'
import { wordsFor } from '../../language/words.ts'
import { cityNow } from '../../use-cases/resident/city-now.ts'
import { paths } from '../paths.ts'
import { requestedService } from '../resident/requested.ts'
import type { Web } from '../web.ts'
import { mannerOf } from './kiosk-manner.ts'
import { linkMaker, officeHere, showKiosk } from './kiosk-page.ts'
import { companionsAsked, partyQuery, partyShown, withCompanion } from './kiosk-party.ts'

/** Who of the party is not counted: a screen of its own, where a rule in force makes it worth asking. */
export function kioskCompanionRoutes(web: Web): Router {
  return Router().get('/entrance/kiosk/matters/:service/companions', async (req, res) => {
    const city = await cityNow(web.house)
    const service = requestedService(city, req)
    const party = partyShown(req.query, city, service)
    const { language } = mannerOf(res)
    const t = wordsFor(language)
    const to = linkMaker(res)
    const again = (changed: Party | undefined) =>
      changed && to(query => paths.kioskCompanions(service.id, query), partyQuery(changed))
    const { date } = web.house.clock.now(officeHere(city, res).timeZone)
    await showKiosk(web, res, 'kiosk-companions', {
      title: t('kiosk.companions-title'),
      lead: t('times.companions-hint'),
      persons: party.persons,
      kinds: companionsAsked(city, date).map(kind => ({
        label: t(`companion.${kind}`),
        count: party.companions[kind] ?? 0,
        less: again(withCompanion(party, kind, -1)),
        more: again(withCompanion(party, kind, 1)),
      })),
      onward: to(query => paths.kioskMatter(service.id, query), partyQuery(party)),
    })
  })
}
