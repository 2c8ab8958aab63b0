#pragma once

extern int limit;
void setLimit(int value);
int next();
