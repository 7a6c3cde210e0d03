// The reviewers' word on verdicts: mappings/<country>.json. What the file may hold stands in
// schemas/decisions.schema.json. One decision is one block, in a stable order, so that two branches merge and
// a conflict can be read. Whether a decision still holds is asked of the text, in coverage/.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source.hpp"

namespace lacuna::country {

inline constexpr std::string_view decisions_schema = "lacuna-decisions/1";

// A text that a decision rests on, as it was when the reviewer read it.
struct RestsOn {
    std::string act;        // URI of the work, or the title of an act that has none
    std::string provision;  // eId; empty: the act as a whole, for a decision that something is absent
    std::string digest;     // "sha256:…" of its words
    bool operator==(RestsOn const&) const = default;
};

struct Decision {
    enum class Action : std::uint8_t {
        confirm,      // the verdict is right
        override_to,  // another verdict is right
        map,          // a provision answers that was not found
        reject        // a provision does not answer that was found
    };
    std::string instrument, obligation;  // "uncc", "7.1"
    Action action = Action::confirm;
    std::string verdict;  // empty for reject
    std::string reason, reviewer, date;
    std::vector<RestsOn> rests_on;
    Span place;  // in the file
};
[[nodiscard]] std::string_view to_string(Decision::Action action);
[[nodiscard]] std::optional<Decision::Action> action_of(std::string_view name);
// "uncc/7.1"
[[nodiscard]] std::string name_of(Decision const& decision);

struct Decisions {
    std::string country;
    std::vector<Decision> decisions;
};

// Nothing when the file cannot be read or is no JSON object. A decision that lacks something is an error with
// its place (C002) and left out; so is a file on another country's law an error, where `country` names one.
[[nodiscard]] std::optional<Decisions> read_decisions(std::filesystem::path const& path,
                                                      std::string const& country, SourceMap& sources,
                                                      Diagnostics& diagnostics);
[[nodiscard]] std::string to_json(Decisions decisions);

// Whether both say the same kind of thing about the same obligation (and, for map and reject, the same
// provision): the later one then takes the place of the earlier one.
[[nodiscard]] bool same_question(Decision const& a, Decision const& b);

// Reads the file, lets `change` work on it and writes it whole, while no other writer can: two writers at
// once lose nothing. A file that is not there is begun. A file with an error is left as it is, and so is one
// when `change` gives false.
[[nodiscard]] bool edit_decisions(std::filesystem::path const& path, std::string const& country,
                                  SourceMap& sources, Diagnostics& diagnostics,
                                  std::function<bool(Decisions&)> const& change);

// The file of a country whose folder is `folder`: mappings/<code>.json in the folder above it, unless there
// is none and the folder above that has `mappings` (legislation/xa: mappings/xa.json).
[[nodiscard]] std::filesystem::path decisions_file(std::filesystem::path const& folder,
                                                   std::string const& code);

}  // namespace lacuna::country
