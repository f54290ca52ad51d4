import { attemptsFor, WAYBACK_MACHINE } from '../../../src/core/images/attempts';

const IMAGE = 'https://img.example.org/a.png';
const SAVED = Date.UTC(2024, 2, 14, 8, 21, 56);

function shown(
  url: string,
  articleUrl: string | null,
  archive: string | null = WAYBACK_MACHINE,
): readonly string[] {
  return attemptsFor(url, { articleUrl, savedMs: SAVED }, archive).map(
    (attempt) => `${attempt.referer ?? '-'} ${attempt.url}`,
  );
}

describe('the attempts at an image', () => {
  test('with the article’s origin, without a Referer, with the image’s own, from the archive', () => {
    expect(shown(IMAGE, 'https://www.example.org/tides?x=1')).toEqual([
      `https://www.example.org/ ${IMAGE}`,
      `- ${IMAGE}`,
      `https://img.example.org/ ${IMAGE}`,
      `- https://web.archive.org/web/20240314082156id_/${IMAGE}`,
    ]);
  });

  test('none is repeated', () => {
    expect(shown(IMAGE, null)).toHaveLength(3);
    expect(shown(IMAGE, 'https://img.example.org/tides')).toHaveLength(3);
    expect(shown(IMAGE, null, null)).toHaveLength(2);
  });

  test('near Omnivore’s end if the article has no date', () => {
    const attempts = attemptsFor(IMAGE, { articleUrl: null, savedMs: null }, WAYBACK_MACHINE);
    expect(attempts.at(-1)?.url).toContain('/20241101000000id_/');
  });

  test('no password and no fragment is sent', () => {
    const all = shown(
      'https://me:secret@img.example.org/a.png#top',
      'https://me:secret@example.org/x',
    );
    expect(all.join()).not.toMatch(/secret|me:|#/);
  });

  test('the URL of a private host is not sent to a public archive', () => {
    expect(shown('http://192.168.1.5/a.png', null)).toHaveLength(2);
    expect(shown('http://192.168.1.5/a.png', null, 'http://127.0.0.1:8080/web/').at(-1)).toBe(
      '- http://127.0.0.1:8080/web/20240314082156id_/http://192.168.1.5/a.png',
    );
  });

  test('spaces and quotes are encoded, what is encoded stays', () => {
    const [first] = attemptsFor(
      'https://img.example.org/a "b"%20潮.png?x=y.png',
      { articleUrl: null, savedMs: null },
      null,
    );
    expect(first?.url).toBe('https://img.example.org/a%20%22b%22%20%E6%BD%AE.png?x=y.png');
  });

  test('none for what is not a URL', () => {
    expect(shown('https://', null)).toEqual([]);
  });
});
