import type { City, Language } from '../../domain/city.ts'
import { deviceKinds, printsSheets } from '../../domain/entrance/device.ts'
import { wordsFor } from '../../language/words.ts'
import type { SeenDevice } from '../../use-cases/entrance/list-devices.ts'
import { deviceErrorInWords } from '../entrance/device-error.ts'
import { paths } from '../paths.ts'
import { instantInWords } from '../staff/frame.ts'

/** A device as a row of the list. */
export function deviceInWords({ device, trouble }: SeenDevice, city: City | undefined, language: Language) {
  const t = wordsFor(language)
  const office = city?.offices.find(({ id }) => id === device.officeId)
  const zone = city?.zones.find(({ id }) => id === device.zoneId)
  return {
    name: device.name,
    path: paths.manageDevice(device.number),
    kind: t(printsSheets(device) ? 'device.kind-sheets' : `device.kind-${device.kind}`),
    office: office?.name[language] ?? device.officeId,
    entrance: [device.entrance, zone?.name[language]].filter(part => part !== undefined && part !== '').join(', '),
    lastSeen: device.lastSeenAt === undefined ? t('device.never') : instantInWords(device.lastSeenAt, city, language),
    state: trouble === undefined ? t('device.works') : t(`device.trouble-${trouble}`),
    tone: trouble === undefined ? 'good' : 'bad',
    error:
      deviceErrorInWords(device.error, language) ??
      (device.error === undefined ? undefined : t('device.error-said', { error: device.error })),
    off: trouble === 'revoked',
  }
}

/** What the form that adds a device lets choose: kinds, offices, and where their entrances can lead. */
export function deviceChoices(city: City | undefined, officeIds: 'all' | readonly string[], language: Language) {
  const t = wordsFor(language)
  const offices = (city?.offices ?? []).filter(({ id }) => officeIds === 'all' || officeIds.includes(id))
  return {
    kinds: deviceKinds.map(id => ({ id, name: t(`device.kind-${id}`) })),
    offices: offices.map(({ id, name }) => ({ id, name: name[language] })),
    places: offices.map(({ id, name }) => ({
      office: name[language],
      zones: (city?.zones ?? [])
        .filter(zone => zone.officeId === id && zone.parentId !== undefined)
        .map(zone => ({ id: zone.id, name: zone.name[language] })),
    })),
  }
}
