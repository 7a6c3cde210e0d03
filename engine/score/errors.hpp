// Every disagreement between a prediction and the gold, with the gold's note and what the engine saw.
#pragma once

#include <string>
#include <vector>

#include "score/prediction.hpp"

namespace lacuna::score {

struct Error {
    std::string kind;  // VERDICT, STRICT, FALSE, MISSED, ELEMENTS, BROADER
    Question question;
    std::string section;           // empty for an error of the whole article
    std::string message;           // what was said, what the gold says
    std::vector<std::string> saw;  // lines
};

// By file, instrument and article in natural order.
[[nodiscard]] std::vector<Error> errors(Gold const& gold, Prediction const& prediction);

}  // namespace lacuna::score
