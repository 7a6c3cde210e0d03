#include "score/saw.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/one_line.hpp"

namespace lacuna::score {
namespace {

[[nodiscard]] std::string words_of(akn::StatuteSet const& set, match::ElementResult const& element) {
    if (element.evidence.empty()) return "found";
    auto const& evidence = element.evidence.front();
    auto const& document = set.at(evidence.document);
    auto const text =
        std::string_view(document.text).substr(evidence.text_begin, evidence.text_end - evidence.text_begin);
    auto const line = one_line(text);
    if (element.distance <= match::Distance::passage) return fmt::format("\"{}\"", line);
    auto const place = evidence.provision.valid() ? document.at(evidence.provision).eid : std::string_view();
    return fmt::format("\"{}\" ({} {})", line, match::to_string(element.distance), place);
}

[[nodiscard]] std::string elements_of(program::Measure const& measure, akn::StatuteSet const& set,
                                      std::vector<match::ElementResult> const& elements) {
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < elements.size() && i < measure.elements.size(); ++i) {
        auto const& element = measure.elements[i];
        if (elements[i].found)
            parts.push_back(fmt::format("{} {}", element.name, words_of(set, elements[i])));
        else if (!element.option)
            parts.push_back(fmt::format("no {}{}", element.name,
                                        elements[i].failed.empty() ? "" : " (" + elements[i].failed + ")"));
    }
    return fmt::format("{}", fmt::join(parts, "; "));
}

}  // namespace

std::string saw(program::Catalogue const& catalogue, akn::StatuteSet const& set,
                match::Finding const& finding, std::vector<std::string> const& extra) {
    auto const& measure = catalogue.at(finding.measure);
    auto line = fmt::format("{}: {}", measure.name, elements_of(measure, set, finding.elements));
    if (!extra.empty()) line += fmt::format("; not allowed: {}", fmt::join(extra, ", "));
    if (finding.force != akn::Force::in_force) line += "; not in force";
    return line;
}

std::string saw(program::Catalogue const& catalogue, akn::StatuteSet const& set,
                match::NearMiss const& miss) {
    auto const& measure = catalogue.at(miss.measure);
    return fmt::format("{} refused, {}: {}", measure.name, miss.reason,
                       elements_of(measure, set, miss.elements));
}

}  // namespace lacuna::score
