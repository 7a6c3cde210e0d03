// A report as `to_json` wrote it, read back into the model: what another run found. The file may come from
// anybody, so every text is made clean again and every field is looked at before it is believed.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "report/report.hpp"

namespace lacuna::report {

struct ReportError {
    enum class Kind : std::uint8_t {
        malformed,  // no JSON
        version,    // JSON, but no report of this version
        field       // a field is missing or has the wrong form
    };
    Kind kind = Kind::malformed;
    std::uint32_t offset = 0;  // in the file; of malformed JSON only
    std::string message;       // one sentence without a full stop
};

// Nothing, and the cause in `error`, when the bytes are no report of this version. Fields that are not known
// are passed over: a later version of the program may have added them.
[[nodiscard]] std::optional<Report> from_json(std::string_view bytes, ReportError& error);

}  // namespace lacuna::report
