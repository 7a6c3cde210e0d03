// The files of a run. A Source owns the bytes exactly as they stand on disk and finds lines by binary search;
// the SourceMap gives each file its id. Ids follow the order of registration, so register in a fixed order
// (sorted by path) before reading in parallel: the order of diagnostics follows the ids.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace lacuna {

struct LineColumn {
    std::uint32_t line = 1;    // from 1
    std::uint32_t column = 1;  // from 1, in code points
    auto operator<=>(LineColumn const&) const = default;
};

class Source {
  public:
    Source(std::string name, std::string bytes);

    [[nodiscard]] std::string const& name() const { return name_; }  // as the user wrote it
    [[nodiscard]] std::string_view bytes() const { return bytes_; }
    [[nodiscard]] LineColumn position(std::uint32_t offset) const;
    // Text of a line (from 1) without its line end; empty when there is no such line.
    [[nodiscard]] std::string_view line(std::uint32_t number) const;
    [[nodiscard]] std::uint32_t line_begin(std::uint32_t number) const;  // byte offset
    void set_bytes(std::string bytes);

  private:
    [[nodiscard]] std::vector<std::uint32_t> const& lines() const;
    [[nodiscard]] std::uint32_t characters_before(std::uint32_t offset) const;

    std::string name_;
    std::string bytes_;
    // Made at the first question; ask from one thread.
    mutable std::vector<std::uint32_t> line_begins_;
    mutable std::vector<std::uint32_t> characters_;  // code points before each stretch of bytes
};

class SourceMap {
  public:
    SourceId add(std::string name, std::string bytes = {});
    [[nodiscard]] Source& at(SourceId id) { return sources_.at(id.index()); }
    [[nodiscard]] Source const& at(SourceId id) const { return sources_.at(id.index()); }
    [[nodiscard]] std::size_t size() const { return sources_.size(); }
    // The bytes that a span covers; empty when it lies outside its file.
    [[nodiscard]] std::string_view text(Span const& span) const;

  private:
    std::deque<Source> sources_;  // a deque: references stay good while files are added
};

}  // namespace lacuna
