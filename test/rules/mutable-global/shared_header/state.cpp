#include "state.h"
int issued = 0; // finding: mutable-global error "issued"
std::string region = "eu";
long Numbers::highest = 0; // finding: mutable-global error "highest"
