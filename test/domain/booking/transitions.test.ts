import assert from 'node:assert/strict'
import { actions, actionsFrom, isUndoable, statusAfter } from '../../../src/domain/booking/transitions.ts'
import { statuses, type Status } from '../../../src/domain/booking/status.ts'

const final: Status[] = ['served', 'cancelled', 'expired']

describe('The table of statuses', () => {
  it('lets a visit go its usual way', () => {
    const way = (['confirm', 'check-in', 'call', 'recall', 'start', 'finish'] as const).reduce<Status | undefined>(
      (status, action) => status && statusAfter(action, status),
      'held',
    )
    assert.equal(way, 'served')
  })

  it('lets nothing be done to what is over', () => {
    assert.deepEqual(final.flatMap(actionsFrom), [])
  })

  it('leads from a hold to every status', () => {
    const reached = new Set<Status>(['held'])
    for (const status of reached) {
      for (const action of actionsFrom(status)) reached.add(statusAfter(action, status) as Status)
    }
    assert.deepEqual([...reached].sort(), [...statuses].sort())
  })

  it('can take back everything that is done at a desk', () => {
    const notUndoable = actions.filter(action => !isUndoable(action))
    assert.deepEqual(notUndoable, ['confirm', 'expire', 'cancel', 'displace'])
  })

  it('serves nobody who was not called, and calls nobody who has not come', () => {
    assert.equal(statusAfter('start', 'arrived'), undefined)
    assert.equal(statusAfter('call', 'booked'), undefined)
  })
})
