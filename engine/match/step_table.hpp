// Where each state of the scan leads with each class of words, as far as it was asked: a table with one look
// for most questions, because the scan asks at every word.
#pragma once

#include <cstdint>
#include <vector>

namespace lacuna::match {

class StepTable {
  public:
    static constexpr std::uint32_t unknown = 0xFFFF'FFFFu;

    // The state that was put there, or `unknown`.
    [[nodiscard]] std::uint32_t find(std::uint32_t state, std::uint32_t word_class) const {
        auto const& row = rows_[place_of(key_of(state, word_class))];
        return row.next;
    }
    // To be called once for each pair.
    void put(std::uint32_t state, std::uint32_t word_class, std::uint32_t next) {
        if (2 * ++used_ > rows_.size()) grow();
        auto const key = key_of(state, word_class);
        rows_[place_of(key)] = {key, next};
    }
    void clear() {
        rows_.assign(smallest, {});
        used_ = 0;
    }

  private:
    static constexpr std::size_t smallest = 1024;  // a power of two
    struct Row {
        std::uint64_t key = 0;
        std::uint32_t next = unknown;
    };

    [[nodiscard]] static std::uint64_t key_of(std::uint32_t state, std::uint32_t word_class) {
        return (std::uint64_t{state} << 32) | word_class;
    }
    // The row of the key, or the empty one where it would stand.
    [[nodiscard]] std::size_t place_of(std::uint64_t key) const {
        auto const mask = rows_.size() - 1;
        auto at = static_cast<std::size_t>((key * 0x9E37'79B9'7F4A'7C15u) >> 32) & mask;
        while (rows_[at].next != unknown && rows_[at].key != key) at = (at + 1) & mask;
        return at;
    }
    void grow() {
        auto const old = std::move(rows_);
        rows_.assign(2 * old.size(), {});
        for (auto const& row : old)
            if (row.next != unknown) rows_[place_of(row.key)] = row;
    }

    std::vector<Row> rows_{smallest};
    std::size_t used_ = 0;
};

}  // namespace lacuna::match
