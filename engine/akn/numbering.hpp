// Numbers of provisions as they are printed: "3.", "(a)", "§ 202a", "211 bis", "Art. 1er", and the order in
// which they follow each other. Private to the room.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lacuna::akn {

// The number as the naming convention writes it in an identifier: "(a)" -> "a", "Section 4." -> "4",
// "211 bis" -> "211bis"; empty when there is none.
[[nodiscard]] std::string number_for_id(std::string_view num);

// A point's number in running text, with its brackets: "(1)", "( iv )", "b)", "II.".
struct Marker {
    enum class Style : std::uint8_t { bracketed, closed, dotted };
    std::string_view text;   // as printed, brackets included
    std::string_view value;  // what stands in the brackets
    Style style = Style::bracketed;
};
// The bracketed or closed marker at the beginning of `text`.
[[nodiscard]] std::optional<Marker> marker_at(std::string_view text);
// "1." or "IV." at the beginning of `text`, with a blank behind it.
[[nodiscard]] std::optional<Marker> dotted_marker_at(std::string_view text);

// What a marker counts with.
enum class Counting : std::uint8_t { digits, small_letters, small_roman, capital_letters, capital_roman };

// Decides, marker by marker, whether it continues a list, opens one inside the current point, or is no point
// at all. "(i)" after "(h)" is a letter, unless "(ii)" follows.
class Sequence {
  public:
    struct Step {
        std::size_t depth = 0;  // 0: outermost list
        Counting counting = Counting::digits;
        bool opens = false;  // first point of its list
    };
    struct Context {
        Marker const* next = nullptr;  // the marker that follows, if any
        bool text_before = true;       // words stand between the last marker and this one
        bool may_open = true;          // the words before allow a list to begin here
        bool may_restart = false;      // … a list of a kind that is already open
    };
    [[nodiscard]] std::optional<Step> place(Marker const& marker, Context const& context);

  private:
    struct Reading {
        Counting counting;
        std::uint32_t value;
    };
    struct Level {
        Reading last{};
        Marker::Style style = Marker::Style::bracketed;
        std::string_view printed{};  // the last value as printed
    };
    // A number has two readings at most: as letters and as a roman number.
    struct Readings {
        std::array<Reading, 2> all;  // the first `count` of them
        std::size_t count = 0;
        void add(Counting counting, std::uint32_t value) { all[count++] = {counting, value}; }
        [[nodiscard]] Reading const* begin() const { return all.data(); }
        [[nodiscard]] Reading const* end() const { return all.data() + count; }
        [[nodiscard]] bool empty() const { return count == 0; }
    };
    [[nodiscard]] static Readings readings(std::string_view value);
    // `own` are the readings of the marker.
    [[nodiscard]] static bool continues(Level const& level, Marker const& marker, Readings const& own,
                                        Reading& as);
    [[nodiscard]] static bool next_is_second(Marker const& marker, Marker const* next, Reading first);

    std::vector<Level> levels_;
};

}  // namespace lacuna::akn
