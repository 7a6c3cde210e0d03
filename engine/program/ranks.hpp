// The order in which measures can be evaluated. Private to program/.
#pragma once

#include "program/program.hpp"

namespace lacuna::program {

// Fills Program::ranks: a measure stands after those that it asks for.
void rank_measures(Program& program);

}  // namespace lacuna::program
