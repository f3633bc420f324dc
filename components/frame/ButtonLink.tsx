'use client';

import type { ComponentProps } from 'react';
import { Link, useLinkStatus } from './Link';

/** A link that looks like a button, and answers a press at once: its page may take seconds where a machine is busy, and a press that shows nothing is made again. */
export const ButtonLink = ({ children, className = '', ...rest }: ComponentProps<typeof Link>) => (
  <Link className={`button ${className}`} {...rest}>
    {children}
    <Pressed />
  </Link>
);

const Pressed = () => (useLinkStatus().pending ? <span hidden data-pressed /> : null);
