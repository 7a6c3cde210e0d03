#include "report/sarif_baseline.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace lacuna::report {
namespace {

using Json = nlohmann::json;

[[nodiscard]] std::string text_at(Json const& json, char const* key) {
    auto const at = json.find(key);
    return at != json.end() && at->is_string() ? at->get<std::string>() : std::string();
}

// The member of that name when it is of the type; else nothing.
[[nodiscard]] Json const* member(Json const& json, char const* key, Json::value_t type) {
    if (!json.is_object()) return nullptr;
    auto const at = json.find(key);
    return at != json.end() && at->type() == type ? &*at : nullptr;
}

}  // namespace

std::string obligation_key(std::string_view country, std::string_view instrument,
                           std::string_view obligation) {
    return fmt::format("{}/{}/{}", country, instrument, obligation);
}

std::string Baseline::state_of(std::string const& identity, std::string const& state) const {
    auto const at = results.find(identity);
    if (at == results.end()) return "new";
    return at->second == state ? "unchanged" : "updated";
}

bool read_baseline(std::string_view bytes, Baseline& baseline) {
    auto const json = Json::parse(bytes, nullptr, false);
    auto const* runs = json.is_discarded() ? nullptr : member(json, "runs", Json::value_t::array);
    if (runs == nullptr || text_at(json, "version") != "2.1.0") return false;
    for (auto const& run : *runs) {
        auto const* results = member(run, "results", Json::value_t::array);
        if (results == nullptr) continue;
        for (auto const& result : *results) {
            auto const* prints = member(result, "partialFingerprints", Json::value_t::object);
            if (prints == nullptr || text_at(result, "baselineState") == "absent") continue;
            auto const identity = text_at(*prints, identity_key);
            if (!identity.empty()) baseline.results[identity] = text_at(*prints, state_key);
        }
    }
    baseline.given = true;
    return true;
}

}  // namespace lacuna::report
