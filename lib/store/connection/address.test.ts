import { describe, expect, it } from 'vitest';
import { addressOf, connectionString, databaseNameOf, parseAddress, placeOf } from './address';

describe('the address of a database', () => {
  it.each([
    ['postgresql://me:secret@db.example:6432/prices', 'prices', 'db.example:6432'],
    ['postgres://me:p%23w%2Fd@db.example/a%20b', 'a b', 'db.example'],
    ['postgresql:///prices?host=/run/postgresql', 'prices', '/run/postgresql'],
    ['postgresql://me@/prices?host=/run/postgresql', 'prices', '/run/postgresql'],
    ['postgresql://me:secret@[::1]:5432/', 'me', '[::1]:5432'],
  ])('%s leads to a named database at a host or a socket, its password never named', (text, name, host) => {
    const url = parseAddress(text);
    expect(url === undefined ? undefined : databaseNameOf(url)).toBe(name);
    expect(placeOf(text)).toEqual({ name, host });
  });

  it.each([
    ['another kind of database', 'mysql://me:secret@x/y'],
    ['no address', 'prices'],
    ['a # in its password', 'postgresql://me:pa#ss@db.example/prices'],
    ['a # behind digits in its password', 'postgresql://me:12#x@db.example/prices'],
    ['a / in its password', 'postgresql://me:pa/ss@db.example/prices'],
    ['a % that escapes nothing', 'postgresql://me:100%@db.example/prices'],
  ])('is refused where it is %s', (_, text) => {
    expect(parseAddress(text)).toBeUndefined();
  });

  it('of another database on the same server keeps user, password and options', () => {
    expect(addressOf(new URL('postgresql://me:p%20w@h:1/a?sslmode=require'), 'a_b').href).toBe(
      'postgresql://me:p%20w@h:1/a_b?sslmode=require',
    );
  });

  it.each([
    ['postgresql://h/a?sslmode=require', 'postgresql://h/a?sslmode=require&uselibpqcompat=true'],
    ['postgresql://h/a?sslmode=require&uselibpqcompat=false', 'postgresql://h/a?sslmode=require&uselibpqcompat=false'],
    ['postgresql://h/a?sslmode=allow', 'postgresql://h/a?sslmode=disable'],
    ['postgresql://h/a?sslrootcert=system', 'postgresql://h/a?sslmode=verify-full'],
    ['postgresql://h/a?sslmode=no-verify', 'postgresql://h/a?sslmode=no-verify'],
    ['postgresql://h/a', 'postgresql://h/a'],
  ])('%s is connected to with sslmode as libpq means it', (text, given) => {
    expect(connectionString(text)).toBe(given);
  });
});
