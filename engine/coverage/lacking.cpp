#include "coverage/lacking.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace lacuna::coverage {
namespace {

constexpr std::size_t alternatives_shown = 4;

[[nodiscard]] std::vector<std::string> titles_of(program::Catalogue const& catalogue,
                                                 std::vector<ConceptId> const& concepts) {
    std::vector<std::string> titles;
    for (auto const id : concepts) {
        auto const& title = catalogue.concept_titles[id.index()];
        if (std::find(titles.begin(), titles.end(), title) == titles.end()) titles.push_back(title);
    }
    return titles;
}

[[nodiscard]] std::string words_of(std::vector<std::string> titles, std::uint32_t count) {
    if (titles.size() == 1) return titles.front();
    auto const more = titles.size() > alternatives_shown + 1 ? titles.size() - alternatives_shown : 0;
    titles.resize(titles.size() - more);
    auto last = more > 0 ? fmt::format("{} more", more) : titles.back();
    if (more == 0) titles.pop_back();
    return fmt::format("{}{} or {}", count > 1 ? fmt::format("{} of ", count) : "", fmt::join(titles, ", "),
                       last);
}

}  // namespace

std::vector<std::string> lacks_of(program::Catalogue const& catalogue, program::Element const& element,
                                  match::ElementResult const& result) {
    std::vector<std::string> words;
    for (auto const& lack : result.lacks) {
        auto titles = titles_of(catalogue, lack.concepts);
        bool const repeats = std::all_of(titles.begin(), titles.end(), [&](std::string const& title) {
            return element.title.find(program::unquoted(title)) != std::string::npos;
        });
        if (titles.empty() || repeats) continue;
        auto text = words_of(std::move(titles), lack.count);
        if (std::find(words.begin(), words.end(), text) == words.end()) words.push_back(std::move(text));
    }
    return words;
}

std::string with_lacks(std::string const& title, std::vector<std::string> const& lacks) {
    return lacks.empty() ? title : fmt::format("{} (missing: {})", title, fmt::join(lacks, "; "));
}

}  // namespace lacuna::coverage
