import { isPrivateAddress, isPrivateHost } from '../../../src/core/images/private-hosts';

/** As a URL's parser writes it: `http://0x7f.1/` is `127.0.0.1`. */
const hostname = (host: string): string => new URL(`http://${host}/`).hostname;

describe('a private host', () => {
  test.each([
    ...[
      'localhost',
      'LOCALHOST',
      'a.localhost',
      'localhost.',
      'printer.local',
      'metadata.google.internal',
    ],
    ...['nas', 'router.lan', '127.0.0.1', '127.1', '0x7f.1', '2130706433', '0.0.0.0', '10.1.2.3'],
    ...[
      '172.16.0.1',
      '192.168.1.1',
      '169.254.169.254',
      '100.64.0.1',
      '224.0.0.1',
      '255.255.255.255',
    ],
    ...['[::1]', '[::]', '[fe80::1]', '[fd00:ec2::254]', '[::ffff:127.0.0.1]', '[::ffff:a00:1]'],
    ...['[64:ff9b::7f00:1]', '[2002:7f00:1::]', '[2001:db8::1]', '[ff02::1]', '[::7f00:1]'],
  ])('%s', (host) => {
    expect(isPrivateHost(hostname(host))).toBe(true);
  });

  test.each([
    'a.example.org',
    '93.184.216.34',
    '[2606:2800:220:1::1]',
    'localhost.example.org',
    '172.32.0.1',
  ])('is not %s', (host) => {
    expect(isPrivateHost(hostname(host))).toBe(false);
  });

  test('what is not an IP address is not public', () => {
    expect(isPrivateAddress('a.example.org')).toBe(true);
  });
});
