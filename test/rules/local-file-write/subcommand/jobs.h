#pragma once
int importAll(const char *source);
void snapshot(int n);
