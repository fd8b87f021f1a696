import assert from 'node:assert/strict'
import { readCityFolder } from '../../../src/city-folder/read-city-folder.ts'
import { waysOf } from '../../../src/domain/service/channels.ts'
import type { Way } from '../../../src/domain/service/channels.ts'

const reading = readCityFolder('db/seeds/krakow')

describe('The ways to settle a matter', () => {
  it('begin online where nothing forces a visit', () => {
    assert.deepEqual(kinds('sc-copy', '2020-05-11'), ['online', 'drop-box', 'post', 'in-person'])
  })

  it('begin with the visit where one is forced', () => {
    assert.deepEqual(kinds('km-licence', '2020-07-01'), ['in-person', 'online', 'post'])
  })

  it('do not begin with a forced visit while no office serves it', () => {
    assert.deepEqual(kinds('km-licence', '2020-04-20'), ['online', 'drop-box', 'post', 'in-person'])
  })

  it('name the 13 drop-boxes until 30 June 2020, and none after', () => {
    const [, boxes] = ways('sc-copy', '2020-06-30')
    assert.ok(boxes?.kind === 'drop-box')
    assert.equal(boxes.boxes.length, 13)
    assert.ok(!kinds('sc-copy', '2020-07-01').includes('drop-box'))
  })

  it('name the system, and how far it goes', () => {
    const [online] = ways('sc-copy', '2020-05-11')
    assert.ok(online?.kind === 'online')
    assert.deepEqual([online.extent, online.system.signIn], ['full', 'profil-zaufany'])
  })

  it('need no appointment to register a death, during the closure too, at the registry and in Nowa Huta', () => {
    assert.deepEqual(admissions('sc-death', '2020-04-01'), { LUB: 'no-appointment', ZGO: 'no-appointment' })
  })

  it('need an appointment at the reopened sites until 30 June 2020, and none from July', () => {
    assert.deepEqual(admissions('sa-id-collect', '2020-05-11'), {
      CA: 'appointment-only',
      WIE: 'appointment-only',
      ZGO: 'appointment-only',
    })
    assert.deepEqual(admissions('sa-id-collect', '2020-07-01'), {
      CA: 'appointment-or-ticket',
      WIE: 'appointment-or-ticket',
      ZGO: 'appointment-or-ticket',
    })
  })

  it('leave out in person what the regulation of April 2020 does not list', () => {
    assert.deepEqual(admissions('ws-tree', '2020-05-15'), { ZGO: 'not-served' })
    assert.deepEqual(admissions('ws-tree', '2020-05-18'), { ZGO: 'appointment-only' })
    assert.deepEqual(admissions('pd-relief', '2020-06-30'), { CA: 'not-served' })
  })
})

function ways(serviceId: string, date: string): Way[] {
  assert.ok('city' in reading)
  const service = reading.city.services.find(({ id }) => id === serviceId)
  assert.ok(service)
  return waysOf(reading.city, service, date)
}

function kinds(serviceId: string, date: string): string[] {
  return ways(serviceId, date).map(({ kind }) => kind)
}

function admissions(serviceId: string, date: string): Record<string, string> {
  const visit = ways(serviceId, date).find(way => way.kind === 'in-person')
  return Object.fromEntries((visit?.offices ?? []).map(({ office, admission }) => [office.id, admission]))
}
