import assert from 'node:assert/strict'
import { z } from 'zod'
import { occupancy, office, problem, service, times } from '../../../src/web/api/answers.ts'
import { aCity, aDesk, aDeskGroup, aHall, anOffice, aBuilding, aRule, aService } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { aWeb, held, type TestWeb } from '../../support/web.ts'

/** Two offices; only the second does passports. At most three persons in a building. */
const city = aCity({
  offices: [anOffice(), anOffice({ id: 'north', number: 2 })],
  zones: [
    aBuilding(),
    aHall(),
    aBuilding({ id: 'b2', officeId: 'north' }),
    aHall({ id: 'h2', officeId: 'north', parentId: 'b2' }),
  ],
  deskGroups: [aDeskGroup(), aDeskGroup({ id: 'counter-north', officeId: 'north' })],
  desks: [aDesk({ label: '7' }), aDesk({ id: 'desk-n', officeId: 'north', zoneId: 'h2', deskGroupId: 'counter-north' })],
  services: [
    aService({ deskGroupIds: ['counter', 'counter-north'] }),
    aService({ id: 'passport', number: 2, deskGroupIds: ['counter-north'] }),
  ],
  rules: [aRule({ kind: 'absolute-cap', persons: 3 })],
})

onBothEngines('The API lists', open => {
  let web: TestWeb
  before(async () => (web = await aWeb(await open(), { city })))

  it('offices with their hours and matters, in the language asked for', async () => {
    const [first, second] = held(z.array(office), await web.get('/api/v1/offices?lang=uk'))
    assert.ok(first)
    assert.equal(first.name, city.offices[0]?.name.uk)
    assert.deepEqual(first.opening[0]?.days['mon'], [{ from: '08:00', to: '16:00' }])
    assert.deepEqual([first.services, second?.services], [['id-card'], ['id-card', 'passport']])
  })

  it('matters with the offices that deal with them', async () => {
    const matters = held(z.array(service), await web.get('/api/v1/services'))
    assert.deepEqual(
      matters.map(({ id, number, durationMinutes, offices }) => ({ id, number, durationMinutes, offices })),
      [
        { id: 'id-card', number: 1, durationMinutes: 20, offices: ['CA', 'north'] },
        { id: 'passport', number: 2, durationMinutes: 20, offices: ['north'] },
      ],
    )
  })

  it('free times by office and day, with a reason where there is none', async () => {
    const { offices } = held(times, await web.get('/api/v1/services/id-card/times?from=2020-05-15&to=2020-05-16'))
    assert.deepEqual(
      offices.map(each => each.office),
      ['CA', 'north'],
    )
    const [friday, saturday] = offices[0]?.days ?? []
    assert.deepEqual(friday?.times[0], { time: '08:00', places: 1 })
    assert.deepEqual(saturday, { date: '2020-05-16', times: [], reason: 'closed' })
  })

  it('free times of one office, named by id or number, for a matter named by id or number', async () => {
    const ask = async (path: string) => held(times, await web.get(`/api/v1/services/${path}&from=2020-05-15&to=2020-05-15`))
    const byId = await ask('id-card/times?office=north')
    assert.deepEqual(
      byId.offices.map(each => each.office),
      ['north'],
    )
    assert.deepEqual(await ask('1/times?office=2'), byId)
  })

  it('free times from today to the last date that is open, unless told otherwise', async () => {
    const { offices } = held(times, await web.get('/api/v1/services/passport/times'))
    const days = offices[0]?.days ?? []
    assert.deepEqual([days[0]?.date, days.at(-1)?.date], ['2020-05-04', '2020-08-02'])
  })

  it('fewer places for a larger party, unless its companions do not count', async () => {
    const free = async (query: string) => {
      const answer = held(times, await web.get(`/api/v1/services/passport/times?from=2020-05-11&to=2020-05-11&${query}`))
      return answer.offices[0]?.days[0]
    }
    assert.equal((await free('persons=3'))?.times.length, 24)
    assert.deepEqual(await free('persons=4'), { date: '2020-05-11', times: [], reason: 'zone-full' })
    assert.equal((await free('persons=4&companions=child:1,carer:1'))?.reason, 'zone-full')
  })

  it('nothing that is unknown or makes no sense', async () => {
    const status = async (path: string) => (await web.get(`/api/v1/services/${path}`)).status
    assert.equal(await status('nothing/times'), 404)
    assert.equal(await status('id-card/times?office=nowhere'), 404)
    assert.equal(await status('id-card/times?from=2020-05-11&to=2020-11-16'), 200) // 190 days
    const wrong = [
      ...[
        'from=2020-05-11&to=2020-11-17',
        'from=2020-05-11&to=2020-05-10',
        'from=2020-02-30',
        'persons=0',
        'persons=many',
        'persons=1e3',
      ],
      ...[
        'companions=dog:1',
        'companions=child:1,',
        'companions=child:2',
        'needs=wings',
        'groups=friends',
        'from=2020-05-11&from=2020-05-12',
      ],
    ]
    for (const query of wrong) {
      const answer = await web.get(`/api/v1/services/id-card/times?${query}`)
      assert.equal(answer.status, 422, query)
      assert.ok(held(problem, answer).fields, query)
    }
  })

  it('how full the zones of an office are, every five minutes, and the rule that binds', async () => {
    const fresh = await aWeb(await open(), { city })
    const path = '/api/v1/offices/2/days/2020-05-11/occupancy'
    const before = held(occupancy, await fresh.get(path))
    await fresh
      .post('/api/v1/bookings')
      .send({ service: 'passport', office: 'north', date: '2020-05-11', time: '09:00', persons: 2 })
    const after = held(occupancy, await fresh.get(path))

    assert.ok(after.page > before.page)
    const building = after.zones.find(each => each.zone === 'b2')
    const tick = (time: string) => building?.ticks.find(each => each.time === time)
    assert.deepEqual(tick('09:15'), { time: '09:15', booked: 2, limit: 3, rule: 'absolute-cap' })
    assert.deepEqual(tick('09:20'), { time: '09:20', booked: 0, limit: 3, rule: 'absolute-cap' })
  })

  it('occupancy only of offices and dates that exist', async () => {
    assert.equal((await web.get('/api/v1/offices/nowhere/days/2020-05-11/occupancy')).status, 404)
    assert.equal((await web.get('/api/v1/offices/CA/days/2020-02-30/occupancy')).status, 422)
  })

  it('the same as 304 while nothing has changed, and anew once somebody has booked', async () => {
    const fresh = await aWeb(await open(), { city })
    const path = '/api/v1/services/passport/times?from=2020-05-11&to=2020-05-12'
    const { etag } = (await fresh.get(path)).headers as { etag: string }
    assert.equal((await fresh.get(path).set('If-None-Match', etag)).status, 304)
    await fresh
      .post('/api/v1/bookings')
      .send({ service: 'passport', office: 'north', date: '2020-05-12', time: '09:00', persons: 1 })
    const changed = await fresh.get(path).set('If-None-Match', etag)
    assert.equal(changed.status, 200)
    const day = held(times, changed).offices[0]?.days[1]
    assert.ok(day && !day.times.some(each => each.time === '09:00'))
  })

  it('open data for any site to read, but bookings for none', async () => {
    const allowed = async (path: string) => (await web.get(`/api/v1${path}`)).headers['access-control-allow-origin']
    assert.equal(await allowed('/offices'), '*')
    assert.equal(await allowed('/services/1/times'), '*')
    assert.equal(await allowed('/bookings/7K2M-9QXD'), undefined)
    assert.equal((await web.get('/api/v1/offices')).headers['access-control-allow-credentials'], undefined)
  })
})
