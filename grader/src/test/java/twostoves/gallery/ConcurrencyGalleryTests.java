package twostoves.gallery;

import org.junit.jupiter.api.DisplayName;
import twostoves.grading.Track;

@DisplayName("The gallery of the track concurrency")
class ConcurrencyGalleryTests extends GalleryOfTrack {

    ConcurrencyGalleryTests() {
        super(Track.CONCURRENCY);
    }
}
