#include "base/source.hpp"

#include <algorithm>
#include <utility>

#include "base/utf8.hpp"

namespace lacuna {
namespace {

constexpr std::uint32_t stretch = 1024;  // bytes that are counted together

}  // namespace

Source::Source(std::string name, std::string bytes) : name_(std::move(name)), bytes_(std::move(bytes)) {}

void Source::set_bytes(std::string bytes) {
    bytes_ = std::move(bytes);
    line_begins_.clear();
    characters_.clear();
}

std::vector<std::uint32_t> const& Source::lines() const {
    if (!line_begins_.empty()) return line_begins_;
    line_begins_.push_back(0);
    for (std::size_t i = 0; i < bytes_.size(); ++i) {
        bool const lone_cr = bytes_[i] == '\r' && (i + 1 == bytes_.size() || bytes_[i + 1] != '\n');
        if (bytes_[i] == '\n' || lone_cr) line_begins_.push_back(static_cast<std::uint32_t>(i + 1));
    }
    return line_begins_;
}

LineColumn Source::position(std::uint32_t offset) const {
    offset = std::min(offset, static_cast<std::uint32_t>(bytes_.size()));
    auto const& begins = lines();
    auto const after = std::upper_bound(begins.begin(), begins.end(), offset);
    auto const line = static_cast<std::uint32_t>(after - begins.begin());
    auto const start = begins[line - 1];
    return {line, characters_before(offset) - characters_before(start) + 1};
}

// A law may be one line of many megabytes: what stands before it is not counted again for every place.
std::uint32_t Source::characters_before(std::uint32_t offset) const {
    std::string_view const all = bytes_;
    auto const count = [&](std::size_t from, std::size_t to) {
        return static_cast<std::uint32_t>(utf8::count(all.substr(from, to - from)));
    };
    if (characters_.empty()) {
        characters_.push_back(0);
        for (std::size_t end = stretch; end <= all.size(); end += stretch)
            characters_.push_back(characters_.back() + count(end - stretch, end));
    }
    auto const row = offset / stretch;
    return characters_[row] + count(row * stretch, offset);
}

std::uint32_t Source::line_begin(std::uint32_t number) const {
    auto const& begins = lines();
    if (number == 0 || number > begins.size()) return static_cast<std::uint32_t>(bytes_.size());
    return begins[number - 1];
}

std::string_view Source::line(std::uint32_t number) const {
    auto const& begins = lines();
    if (number == 0 || number > begins.size()) return {};
    auto const from = begins[number - 1];
    auto const to = number < begins.size() ? begins[number] : bytes_.size();
    auto text = std::string_view(bytes_).substr(from, to - from);
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.remove_suffix(1);
    return text;
}

SourceId SourceMap::add(std::string name, std::string bytes) {
    sources_.emplace_back(std::move(name), std::move(bytes));
    return SourceId(sources_.size() - 1);
}

std::string_view SourceMap::text(Span const& span) const {
    if (!span.source.valid() || span.source.index() >= sources_.size()) return {};
    auto const bytes = sources_[span.source.index()].bytes();
    if (span.begin > span.end || span.end > bytes.size()) return {};
    return bytes.substr(span.begin, span.size());
}

}  // namespace lacuna
