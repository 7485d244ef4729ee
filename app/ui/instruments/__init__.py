"""The page of instruments: agreements and memoranda, how long they last, what rests on what."""
