import type { doorNotices as official } from '../pl/door-notices.ts'

/** Notices that hang on doors: whole sentences, read from two metres away. */
export const doorNotices: Readonly<Record<keyof typeof official, string>> = {
  'notice.legal-basis': 'Legal basis: {basis}',
  'notice.valid-from': 'In force from: {date}',
  'notice.ways': 'Make an appointment at {website} or by phone: {phone}.',
  'notice.phone': 'Information: {phone}',
  'notice.limit': 'Limit of persons in this room',
  'notice.limit-building': 'Limit of persons in this building',
  'notice.limit-unit': '{count, plural, one {person} other {persons}}',
  'notice.limit-at-once': 'So many persons may be here at once, staff not counted.',
  'notice.limit-changes': 'So many persons may be here at once, staff not counted, depending on the hour.',
  'notice.limit-exempt': 'Not counted: {kinds}.',
  'notice.hours': 'Opening hours',
  'notice.hours-closed': 'closed',
  'notice.appointment-only': 'By appointment only',
  'notice.appointment-only-text':
    'We receive people who have an appointment. Please come a few minutes before your time, not earlier.',
  'notice.closed-today': 'Closed today',
  'notice.closed-today-text': 'This office receives nobody on {date}.',
  'notice.opens': 'We open: {moment}.',
  'notice.conduct': 'Rules in this building',
  'notice.drop-box': 'Box for letters',
  'notice.drop-box-envelope':
    'Please put your letter into a closed envelope and write on it the sender, address, phone or e-mail, department and matter.',
  'notice.drop-box-originals': 'Please put in no original documents and no money.',
  'notice.drop-box-received': 'A letter counts as received on the day when the box is emptied.',
  'notice.drop-box-emptied': 'The box is emptied at: {spans}.',
  'notice.drop-box-until': 'The box stays until: {date}',
  'notice.deaths': 'Registering a death: no appointment needed',
  'notice.deaths-text':
    'A death is registered in person, without an appointment. Please come straight in and say so at the entrance.',
  'notice.deaths-place': '{address}, {spans}',
  'notice.privacy': 'Personal data',
  'notice.privacy-controller': 'The controller of the data is: {controller}, {address}.',
  'notice.privacy-what':
    'For a visit we store the matter, the time, the number of persons and what we must prepare. We store a phone number or e-mail only if you give it. We store no PESEL number and nothing about health.',
  'notice.privacy-how-long': 'Contact details are deleted {days, plural, one {# day} other {# days}} after the visit.',
  'notice.privacy-rights':
    'You may see your data, have it corrected, deleted or its use restricted, and complain to the President of the Personal Data Protection Office.',
  'notice.privacy-officer': 'Data protection officer: {email}. The full notice: {website}.',
  'notice.privacy-basis': 'Art. 6(1)(e) and art. 13 of Regulation (EU) 2016/679 (GDPR)',
}
