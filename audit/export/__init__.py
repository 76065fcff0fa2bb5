"""The log outside the house: a folder anybody can verify, and the program that does.

The folder follows C2SP's tlog-tiles. `verify_akson_log.py` knows neither Django nor the rest
of Akson, and shares no code with it: it is a second opinion, and lies beside each export.
"""
