import type { privacy as official } from '../pl/privacy.ts'

/** The notice of Article 13 of the General Data Protection Regulation (EU 2016/679). */
export const privacy: Readonly<Record<keyof typeof official, string>> = {
  'privacy.title': 'Privacy notice',
  'privacy.lead':
    'You can book a visit without giving any personal data. If you give an e-mail address or a phone number, the following applies.',
  'privacy.controller': 'Data controller',
  'privacy.controller-text': 'The controller of the data is {controller}, {address}, phone {phone}.',
  'privacy.officer': 'Data protection officer',
  'privacy.officer-text': 'You can reach the officer at {email}, {address}.',
  'privacy.purpose': 'Purpose and legal basis',
  'privacy.purpose-text':
    'The data are used to book a visit, to confirm it, to remind you of it, to tell you if it is changed and, if you ask for it, of an earlier time. The basis is a task carried out in the public interest (Art. 6(1)(e) GDPR).',
  'privacy.what': 'Which data',
  'privacy.what-text':
    'The matter, office, time, number of persons and needs for the visit, and if you wish, an e-mail address or phone number. We collect no name, no PESEL, no document numbers, and no reasons of needs. Your IP address is kept for a day at most, only to guard the website against abuse; it is not linked to a visit.',
  'privacy.voluntary': 'Must you give data',
  'privacy.voluntary-text':
    'Giving data is voluntary. You can book without; without an e-mail address we send neither a confirmation nor a reminder, without a phone number we do not call when the time changes.',
  'privacy.recipients': 'Who receives the data',
  'privacy.recipients-text':
    'Staff who handle visits, and firms that run the city hall’s systems under contract. The data do not leave the European Economic Area, and no decisions are made from them automatically.',
  'privacy.retention': 'How long',
  'privacy.retention-text':
    '{days, plural, one {Contact data are deleted # day after the visit or its cancellation.} other {Contact data are deleted # days after the visit or its cancellation.}} After that only figures without personal data remain.',
  'privacy.rights': 'Your rights',
  'privacy.rights-text':
    'You have the right of access to your data, of rectification, erasure and restriction, and the right to object.',
  'privacy.complaint': 'Complaint',
  'privacy.complaint-text':
    'You can complain to the President of the Personal Data Protection Office, ul. Stawki 2, 00-193 Warszawa.',
  'privacy.cookies': 'Cookies',
  'privacy.cookies-text':
    'We use necessary cookies only: one remembers the time held for you for a few minutes, another the language you chose. There is no tracking and nothing from other servers.',
}
